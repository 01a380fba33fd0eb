import { counted, type Language, phrases, wordPairs, words, wordSet } from '../language.ts'
import { germanAntonyms, germanSynonyms, germanWords } from './german-words.ts'

/** `gekauft`, `kaufte`, `kaufen` share what is left of them. */
function germanStem(word: string): string {
  return word
    .replace(/ß/g, 'ss')
    .replace(/ä/g, 'a')
    .replace(/ö/g, 'o')
    .replace(/ü/g, 'u')
    .replace(/(?<=\p{L}{4})(en|ern|er|em|es|e|n|s)$/u, '')
    .replace(/^ge(?=\p{L}{3,}t$)/u, '')
    .replace(/(?<=\p{L}{4})(et|t)$/u, '')
}

const irregular = new Map(
  wordPairs(`ist/sein sind/sein war/sein waren/sein gewesen/sein sei/sein seien/sein wurde/=wurde wurden/=wurde
    worden/=wurde wird/=wird werden/=wird werde/=wird würde/=würde würden/=würde hat/haben haben/haben habe/haben
    hatte/haben hatten/haben gehabt/haben hätte/=hätte hätten/=hätte wäre/=wäre wären/=wäre
    sagte/sagen sagt/sagen gewann/gewinnen gewannen/gewinnen gewonnen/gewinnen gewinnt/gewinnen gewinnen/=gewinnen
    verlor/verlieren verloren/verlieren starb/sterben starben/sterben gestorben/sterben stirbt/sterben
    stieg/steigen stiegen/steigen gestiegen/steigen sank/sinken sanken/sinken gesunken/sinken
    fiel/fallen fielen/fallen gefallen/fallen fällt/fallen ging/gehen gingen/gehen gegangen/gehen
    kam/kommen kamen/kommen gekommen/kommen gab/geben gaben/geben gegeben/geben gibt/geben
    nahm/nehmen nahmen/nehmen genommen/nehmen nimmt/nehmen sprach/sprechen sprachen/sprechen
    gesprochen/sprechen spricht/sprechen traf/treffen trafen/treffen getroffen/treffen trifft/treffen
    brach/brechen brachen/brechen gebrochen/brechen schloss/schließen schlossen/schließen
    geschlossen/schließen schließt/schließen beschloss/beschließen beschlossen/beschließen
    fand/finden fanden/finden gefunden/finden stand/stehen standen/stehen gestanden/=gestanden
    gestand/=gestanden gestehen/=gestanden steht/stehen lag/liegen lagen/liegen gelegen/liegen
    hielt/halten hielten/halten gehalten/halten hält/halten ließ/lassen ließen/lassen gelassen/lassen
    lässt/lassen rief/rufen riefen/rufen gerufen/rufen schrieb/schreiben schrieben/schreiben
    geschrieben/schreiben blieb/bleiben blieben/bleiben geblieben/bleiben warf/werfen warfen/werfen
    geworfen/werfen wirft/werfen wuchs/wachsen gewachsen/wachsen wächst/wachsen zog/ziehen zogen/ziehen
    gezogen/ziehen trat/treten traten/treten getreten/treten tritt/treten riss/reißen rissen/reißen
    gerissen/reißen maß/messen gemessen/messen erhielt/erhalten erhielten/erhalten erhält/erhalten
    bekam/bekommen bekamen/bekommen begann/beginnen begannen/beginnen begonnen/beginnen
    bestritt/=bestritten bestritten/=bestritten bestreitet/=bestritten bestreiten/=bestritten
    wies/=wies wiesen/=wies lief/laufen liefen/laufen gelaufen/laufen schlug/schlagen schlugen/schlagen
    geschlagen/schlagen trug/tragen trugen/tragen getragen/tragen trägt/tragen fuhr/fahren fuhren/fahren
    gefahren/fahren lud/laden geladen/laden half/helfen halfen/helfen geholfen/helfen hilft/helfen
    sah/sehen sahen/sehen gesehen/sehen sieht/sehen las/lesen gelesen/lesen aß/essen saß/sitzen
    gesessen/sitzen bot/bieten boten/bieten geboten/bieten verbot/verbieten verboten/verbieten
    floh/fliehen flohen/fliehen geflohen/fliehen log/lügen bewies/beweisen bewiesen/beweisen
    verschwand/verschwinden verschwunden/verschwinden entschied/entscheiden entschieden/entscheiden
    unterschied/=unterschied vermied/vermeiden vermieden/vermeiden brachte/bringen brachten/bringen
    gebracht/bringen dachte/denken gedacht/denken wusste/wissen wussten/wissen weiß/=weiß kannte/kennen
    nannte/nennen nannten/nennen genannt/nennen rannte/rennen bekannt/=bekannt kaufte/kaufen
    gekauft/kaufen muss/müssen musste/müssen mussten/müssen kann/können konnte/können konnten/können
    könnte/=könnte könnten/=könnte soll/sollen will/=will wollen/=will wolle/=will wollte/=will wollten/=will
    darf/dürfen dürfte/=dürfte dürften/=dürfte gesetz/=gesetz gesetze/=gesetz gesetzes/=gesetz
    gericht/=gericht gerichts/=gericht gerichte/=gericht gewicht/=gewicht gesicht/=gesicht gebiet/=gebiet
    geschäft/=geschäft geschäfte/=geschäft gesellschaft/=gesellschaft gewalt/=gewalt gehalt/=gehalt
    gewinn/=gewinn gewinns/=gewinn gewinne/=gewinn gewerkschaft/=gewerkschaft gemeinde/=gemeinde gemeinden/=gemeinde
    nicht/=nicht nichts/=nichts jahr/=jahr jahre/=jahr jahren/=jahr jahres/=jahr letzte/letzter erst/=erst
    erste/=erste ersten/=erste erster/=erste erstes/=erste unter/=unter über/=über seit/=seit weiter/=weiter
    minute/=minute minuten/=minute monat/=monat monate/=monat monaten/=monat monats/=monat stadt/=stadt
    städte/=stadt städten/=stadt partei/=partei parteien/=partei meist/=meist weit/=weit zeit/=zeit`),
)

const ones = 'ein zwei drei vier fünf sechs sieben acht neun'
const tens = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'
const ordinalStems = 'erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft'

/** `fünfundzwanzig`: one word for ones and tens. */
const joinedNumbers = words(tens).flatMap((ten, at) =>
  counted(20 + at * 10 + 1, ones).map(([one, value]): [string, number] => [
    `${one}und${ten}`,
    value,
  ]),
)

export const german: Language = {
  tag: 'de',
  level: 'basic',
  decimalMark: ',',
  abbreviations:
    wordSet(`hr fr dr prof st str nr bzw ca d.h z.b u.a usw etc vgl mio mrd jan feb mär apr jun jul aug
    sep sept okt nov dez inkl evtl ggf rd sog z b u d dipl ing abs art tel bd hrsg geb gest verh co
    jh mind max min std tsd allg o.ä s.o i.d.r zzgl`),
  ordinalStop: true,
  stem: germanStem,
  irregular,
  contractions: new Map([
    ['im', 'in dem'],
    ['am', 'an dem'],
    ['zum', 'zu dem'],
    ['zur', 'zu der'],
    ['vom', 'von dem'],
    ['beim', 'bei dem'],
    ['ins', 'in das'],
    ['ans', 'an das'],
    ['fürs', 'für das'],
  ]),
  numbers: new Map([
    ...counted(
      2,
      `zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
      siebzehn achtzehn neunzehn`,
    ),
    ...counted(20, tens, 10),
    ...joinedNumbers,
    ['eins', 1],
    ['zwo', 2],
    ['hundert', 100],
    ['einhundert', 100],
    ...counted(200, 'zweihundert dreihundert vierhundert fünfhundert sechshundert', 100),
    ['dutzend', 12],
    ...counted(2, 'zweimal dreimal viermal fünfmal sechsmal'),
    ['anderthalb', 1.5],
    ['eineinhalb', 1.5],
    ['zweieinhalb', 2.5],
  ]),
  relativeDays: new Map([
    ['heute', 0],
    ['gestern', -1],
    ['vorgestern', -2],
    ['übermorgen', 2],
  ]),
  scales: new Map([
    ['hundert', 100],
    ['tausend', 1e3],
    ['tsd', 1e3],
    ['million', 1e6],
    ['millionen', 1e6],
    ['mio', 1e6],
    ['milliarde', 1e9],
    ['milliarden', 1e9],
    ['mrd', 1e9],
    ['billion', 1e12],
    ['billionen', 1e12],
  ]),
  ordinals: new Map(
    ['e', 'en', 'er', 'es', 'em'].flatMap((ending) =>
      counted(1, ordinalStems).map(([stem, value]): [string, number] => [stem + ending, value]),
    ),
  ),
  words: germanWords,
  synonyms: germanSynonyms,
  antonyms: germanAntonyms,
  governing: {
    conditions: phrases(`wenn, falls, sofern, solange, vorausgesetzt, es sei denn, im falle`),
    attributions:
      phrases(`laut, zufolge, nach angaben, nach auskunft, nach einschätzung, nach ansicht, nach
      überzeugung, nach meinung, nach auffassung, nach den worten, nach worten, aus sicht, nach
      darstellung, nach informationen, so`),
    joints: wordSet('und oder aber sondern doch'),
  },
  leaningOpenings: {
    pronouns:
      wordSet(`er sie es ihm ihr ihnen sein seine seiner ihre ihrer dieser diese dieses diesen diesem jener
      jene dies beide dessen deren dort hier solche`),
    connectives:
      phrases(`aber, jedoch, auch, außerdem, zudem, dennoch, trotzdem, deshalb, daher, dann, und, oder,
      dagegen, allerdings, doch, denn, damit, dabei, dafür, darüber, daran, darauf, dazu, davon,
      davor, danach, darin, so, somit, folglich, zugleich, gleichzeitig, stattdessen, hingegen,
      indes, unterdessen, zuvor, anschließend, schließlich, ferner, weiter, zum beispiel, im
      gegenteil, andererseits, einerseits, ebenso, ein anderer, eine andere, andere, der erste,
      der zweite, einer von ihnen, weder, nun, sonst, also, da, ihm zufolge, das teilte, das
      sagte, das ist, das war, das sei, das gab, das geht, das habe`),
    forms: [
      // Before the first comma it is nobody whom the sentence has named itself.
      /^[^,:„“]{0,80}\s(?:er|sie|ihm|ihnen)(?!\p{L})/u,
      /[“”"«»],? (?:\p{Ll}+ )?(?:er|sie)(?!\p{L})/u,
    ],
  },
  furniture: [
    /^(lesen sie (auch|mehr|dazu)|lesen sie|mehr (zum thema|dazu|lesen)|klicken sie|folgen sie|abonnieren|jetzt abonnieren|fotos?:|bild:|bilder:|video:|(anzeige|werbung|newsletter|teilen)\s*[:|]|zum thema|siehe auch|weiterlesen|stand:|aktualisiert|von unserem|hier geht es)/i,
    /https?:\/\/|www\.|alle rechte vorbehalten|archivbild|symbolbild|archivfoto|hier klicken|\((foto|bild)[^)]*\)|©/i,
    /^\(?(foto|bild)\b[^.]{0,60}(dpa|archiv|imago)/i,
  ],
}
