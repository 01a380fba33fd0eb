import { counted, type Language, phrases, wordPairs, wordSet } from '../language.ts'
import { plainLetters } from '../plain-letters.ts'
import { frenchAntonyms, frenchSynonyms, frenchWords } from './french-words.ts'

/** `fermera`, `fermerait`: what is to come keeps apart from what was. */
const future = /(?<=\p{L}{2}(?:e|i|d|t)r)(ai|as|a|ons|ez|ont|ais|ait|aient)$/u
const future3 = /^(ont|a|ez|ons|as|ai)$/u
const verbEnding =
  /(?<=\p{L}{3})(issent|issant|issait|aient|ait|ant|ées|ée|és|é|èrent|er|ies|ie|is|it|ir)$/u

function frenchStem(word: string): string {
  const ending = future.exec(word)?.[0]
  if (ending !== undefined)
    return `${plainLetters(word.slice(0, -ending.length))}${future3.test(ending) ? 'a' : 'ait'}`
  const plain = plainLetters(word.replace(verbEnding, ''))
  return plain.replace(/(?<=\p{L}{3})(ement|es|s|x)$/u, '').replace(/(?<=\p{L}{3})(ee|e)$/u, '')
}

const irregular = new Map(
  wordPairs(`est/être sont/être était/être étaient/être fut/être furent/être sera/=sera seront/=sera été/être
    soit/être soient/être a/avoir ont/avoir avait/avoir avaient/avoir eu/avoir aura/=aura auront/=aura ait/avoir
    dit/dire disent/dire disait/dire mort/mort morts/mort morte/mort mortes/mort meurt/mourir
    fait/faire font/faire faisait/faire fera/=fera peut/pouvoir peuvent/pouvoir puisse/pouvoir pu/pouvoir
    pourrait/pouvoir pourraient/pouvoir pouvait/pouvoir veut/vouloir veulent/vouloir voulu/vouloir
    doit/devoir doivent/devoir dû/devoir devra/devoir devront/devoir pris/prendre prend/prendre
    prennent/prendre mis/mettre met/mettre promis/promettre promet/promettre admis/admettre
    transmis/transmettre remis/remettre reçu/recevoir reçoit/recevoir reçoivent/recevoir perdu/perdre
    perd/perdre perdent/perdre vendu/vendre vend/vendre vendus/vendre vendues/vendre rendu/rendre
    rend/rendre attendu/attendre attendue/attendre attend/attendre entendu/entendre battu/battre
    battus/battre battue/battre battant/battre bat/battre combat/combattre combattu/combattre vaincu/vaincre
    venu/venir vient/venir viennent/venir revenu/revenir tenu/tenir tient/tenir tiennent/tenir
    soutenu/soutenir soutient/soutenir soutiennent/soutenir obtenu/obtenir obtient/obtenir
    maintenu/maintenir maintient/maintenir prévenu/prévenir provient/provenir proviennent/provenir
    devenu/devenir devient/devenir ouvert/ouvrir ouverte/ouvrir ouvre/ouvrir rouvre/rouvrir
    couvert/couvrir découvert/découvrir offert/offrir souffert/souffrir écrit/écrire inscrit/inscrire
    décrit/décrire lu/lire élu/élire élue/élire conduit/conduire réduit/réduire réduite/réduire
    produit/produire construit/construire détruit/détruire introduit/introduire vu/voir voit/voir
    prévu/prévoir prévue/prévoir prévus/prévoir prévoit/prévoir su/savoir sait/savoir connu/connaître
    connaît/connaître reconnu/reconnaître reconnaît/reconnaître apparu/apparaître disparu/disparaître
    disparues/disparaître cru/croire croit/croire croient/croire accru/accroître exclu/exclure
    exclut/exclure conclu/conclure inclus/inclure acquis/acquérir requis/requérir conquis/conquérir
    craint/craindre craignent/craindre atteint/atteindre joint/joindre éteint/éteindre né/naître
    née/naître suivi/suivre suit/suivre vécu/vivre vit/vivre mène/mener lève/lever jette/jeter rejette/rejeter
    appelle/appeler rappelle/rappeler espère/espérer possède/posséder paie/payer paient/payer paye/payer
    sort/sortir sorti/sortir sortie/sortir part/partir parti/partir sert/servir dort/dormir va/=va vont/=va
    allé/aller dément/démentir ressent/ressentir interdit/interdire contredit/contredire fuit/fuir
    vieux/=vieux vieille/=vieux vieil/=vieux nouveau/=nouveau nouvelle/=nouveau nouveaux/=nouveau
    nouvel/=nouveau prix/=prix pas/=pas plus/=plus moins/=moins mois/=mois fois/=fois trois/=trois
    deux/=deux dix/=dix six/=six temps/=temps pays/=pays voix/=voix paix/=paix fils/=fils procès/=procès
    après/=après très/=très près/=près lundi/=lundi mardi/=mardi jeudi/=jeudi samedi/=samedi midi/=midi
    nuit/=nuit fin/=fin final/=final finale/=finale sur/=sur sûr/=sûr ou/=ou où/=où
    son/=son avis/=avis depuis/=depuis puis/=puis mais/=mais jamais/=jamais hier/=hier
    premier/=premier première/=premier dernier/=dernier dernière/=dernier euro/=euro euros/=euro`),
)

const tens = 'vingt trente quarante cinquante soixante'

export const french: Language = {
  tag: 'fr',
  level: 'basic',
  decimalMark: ',',
  abbreviations:
    wordSet(`m mm dr pr me st ste av bd n° p pp etc cf env art éd tél ex janv fév févr avr juil sept
    oct nov déc adj`),
  stem: frenchStem,
  irregular,
  contractions: new Map([
    ['au', 'à le'],
    ['aux', 'à les'],
    ['du', 'de le'],
    ["aujourd'hui", 'aujourdhui'],
  ]),
  elisions: /^(l|d|n|s|j|m|t|c|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)'/,
  numbers: new Map([
    ...counted(
      2,
      'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
    ),
    ...counted(20, tens, 10),
    ['septante', 70],
    ['octante', 80],
    ['nonante', 90],
    ['cent', 100],
    ['dizaine', 10],
    ['douzaine', 12],
    ['quinzaine', 15],
    ['vingtaine', 20],
    ['trentaine', 30],
    ['cinquantaine', 50],
    ['centaine', 100],
  ]),
  relativeDays: new Map([
    ['aujourdhui', 0],
    ['hier', -1],
    ['demain', 1],
  ]),
  scales: new Map([
    ['cents', 100],
    ['mille', 1e3],
    ['million', 1e6],
    ['millions', 1e6],
    ['milliard', 1e9],
    ['milliards', 1e9],
    ['billion', 1e12],
    ['billions', 1e12],
  ]),
  ordinals: new Map([
    ...counted(
      1,
      'premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième',
    ),
    ['première', 1],
    ['second', 2],
    ['seconde', 2],
  ]),
  words: frenchWords,
  synonyms: frenchSynonyms,
  antonyms: frenchAntonyms,
  governing: {
    conditions:
      phrases(`si, s'il, s'ils, s'elle, à condition, à moins, tant que, tant qu', au cas où, en cas de, en
      cas d', sauf si, pourvu que, pourvu qu', sous réserve`),
    attributions: phrases(`selon, d'après, aux yeux de, de l'avis de, de source, de sources`),
    joints: wordSet('et ou mais puis'),
  },
  leaningOpenings: {
    pronouns:
      wordSet(`il elle ils elles lui leur leurs son sa ses ce cela ceci cet cette ces celui celle ceux
      celles ça c'`),
    connectives:
      phrases(`mais, cependant, toutefois, aussi, de plus, en outre, ainsi, alors, et, ou, par ailleurs, en
      revanche, pourtant, or, donc, puis, ensuite, enfin, en effet, de son côté, de leur côté,
      c'est, c'était, du coup, par conséquent, par exemple, au contraire, également, de même, pour
      autant, néanmoins, car, le premier, le second, la première, un autre, une autre, d'autres,
      tous deux, toutes deux, parmi eux, parmi elles, là, d'où, reste que, l'un d'eux, y`),
    forms: [/-(?:t-)?(?:il|elle|ils|elles)(?![\p{L}-])/u],
  },
  genders: [wordSet('il'), wordSet('elle')],
  furniture: [
    /^(lire (aussi|également|la suite)|à lire|voir aussi|cliquez|suivez-nous|abonnez-vous|inscrivez-vous|photos?\s*:|vidéo\s*:|image\s*:|crédits?\s*:|(publicité|partager)\s*[:|]|sur le même sujet|notre dossier|à voir|écouter|mis à jour|publié le|retrouvez)/i,
    /https?:\/\/|www\.|tous droits réservés|photo d'archives|\(photo[^)]*\)|cliquez ici|reproduction interdite|©/i,
    /^\(?(photo|image|illustration)\b[^.]{0,60}(afp|archives|dr)\b/i,
  ],
}
