import { counted, groups, type Language, wordPairs, wordSet } from '../language.ts'
import { plainLetters } from '../plain-letters.ts'

export const french: Language = {
  tag: 'fr',
  level: 'basic',
  decimalMark: ',',
  abbreviations: wordSet('m mm mme mmes mlle dr pr me st ste av bd n° p etc cf env'),
  stem: (word) =>
    plainLetters(word)
      .replace(/(?<=\p{L}{3})(ement|es|s|x)$/u, '')
      .replace(/(?<=\p{L}{3})(ee|e)$/u, ''),
  irregular: new Map(
    wordPairs(`est/être sont/être était/être étaient/être fut/être sera/être a/avoir ont/avoir avait/avoir
      dit/dire disent/dire déclaré/déclarer annoncé/annoncer mort/mourir morts/mourir gagné/gagner
      fait/faire font/faire peut/pouvoir peuvent/pouvoir pourrait/pouvoir pourraient/pouvoir`),
  ),
  contractions: new Map([
    ['au', 'à le'],
    ['aux', 'à les'],
    ['du', 'de le'],
    ["aujourd'hui", 'aujourdhui'],
  ]),
  elisions: /^(l|d|n|s|j|m|t|c|qu|jusqu|lorsqu|puisqu)'/,
  numbers: new Map([
    ...counted(
      1,
      `un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize`,
    ),
    ...counted(20, 'vingt trente quarante cinquante soixante', 10),
    ['cent', 100],
  ]),
  relativeDays: new Map([
    ['aujourdhui', 0],
    ['hier', -1],
    ['demain', 1],
  ]),
  scales: new Map([
    ['mille', 1e3],
    ['million', 1e6],
    ['millions', 1e6],
    ['milliard', 1e9],
    ['milliards', 1e9],
  ]),
  ordinals: new Map(
    counted(
      1,
      'premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième',
    ),
  ),
  words: {
    negation: wordSet('ne n pas jamais personne rien aucun aucune ni sans non'),
    nearNegation: wordSet(
      'nier nie nié refuser refusé rejeter rejeté échouer échoué éviter empêcher guère peine',
    ),
    weekday: wordSet('lundi mardi mercredi jeudi vendredi samedi dimanche'),
    day: wordSet('aujourdhui hier demain dernier prochain cette_année ce_mois cette_semaine'),
    unit: wordSet(`seconde minute heure jour semaine mois an année décennie siècle % pour_cent kilomètre km mètre
      kilo kg gramme tonne litre euro dollar € $ £ degré hectare million milliard mille`),
    possibility:
      wordSet(`pouvoir peut_être possible possiblement probable probablement présumé présumée soupçonné
      suspect accusé selon semble apparemment aurait auraient serait seraient si envisage espère tente`),
    certainty: wordSet('confirmé coupable prouvé certain certainement condamné toujours déjà'),
    comparison: wordSet('plus moins avant après depuis sur sous pendant presque environ'),
    quantifier: wordSet(
      'tout tous toute toutes chaque quelques plusieurs beaucoup peu seulement moitié plupart autre',
    ),
    reporting: wordSet(
      'dire affirmer affirmé annoncer déclarer expliquer expliqué ajouter ajouté indiquer indiqué préciser précisé assurer',
    ),
    pronoun: wordSet(
      'il elle ils elles lui leur leurs son sa ses ce cela ceci celui celle on se s me te nous vous',
    ),
    filler: wordSet('aussi également cependant toutefois maintenant alors encore très ainsi'),
    month: wordSet(
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    ),
    function:
      wordSet(`le la les l un une des de d à en dans par pour avec et ou où que qu qui être avoir comme entre
      contre vers quand mais donc car au`),
  },
  synonyms: groups(`
    dire = déclarer = affirmer = indiquer
    états unis = usa
    pour cent = %
    enfant = mineur
    policier = police
    commencer = débuter
    finir = terminer = achever
    acheter = acquérir
  `),
  antonyms:
    wordPairs(`augmenter/baisser gagner/perdre accepter/refuser ouvrir/fermer acheter/vendre vivant/mort
    victoire/défaite nord/sud est/ouest meilleur/pire plus/moins avant/après approuver/rejeter
    arrêter/libérer légal/illégal possible/impossible coupable/innocent soutenir/rejeter premier/dernier
    public/privé entrer/sortir hausse/baisse`),
  leaningOpenings: {
    pronouns: wordSet(
      'il elle ils elles lui leur son sa ses ce cela ceci cette ces celui celle ceux celles',
    ),
    connectives: [
      'mais',
      'cependant',
      'toutefois',
      'aussi',
      'de plus',
      'en outre',
      'ainsi',
      'alors',
      'et',
      'ou',
      'par ailleurs',
      'en revanche',
      'pourtant',
      'or',
    ],
  },
  genders: [wordSet('il'), wordSet('elle')],
  furniture: [
    /^(lire aussi|à lire|cliquez|suivez-nous|abonnez-vous|photo\s*:|vidéo\s*:|publicité)/i,
    /https?:\/\/|www\./i,
  ],
}
