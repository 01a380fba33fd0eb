import { counted, groups, type Language, wordPairs, wordSet } from '../language.ts'

export const german: Language = {
  tag: 'de',
  level: 'basic',
  decimalMark: ',',
  abbreviations:
    wordSet(`hr fr dr prof st str nr bzw ca d.h z.b u.a usw etc vgl mio mrd jan feb apr jun jul aug
    sep sept okt nov dez inkl evtl ggf rd sog`),
  stem: (word) =>
    word
      .replace(/ß/g, 'ss')
      .replace(/ä/g, 'a')
      .replace(/ö/g, 'o')
      .replace(/ü/g, 'u')
      .replace(/(?<=\p{L}{4})(en|ern|er|em|es|e|n|s)$/u, ''),
  irregular: new Map(
    wordPairs(`ist/sein sind/sein war/sein waren/sein wurde/werden wurden/werden wird/werden hat/haben haben/haben
      hatte/haben hatten/haben sagte/sagen sagt/sagen gewann/gewinnen gewonnen/gewinnen verlor/verlieren
      verloren/verlieren starb/sterben starben/sterben gestorben/sterben stieg/steigen gestiegen/steigen
      sank/sinken gesunken/sinken ging/gehen kam/kommen gab/geben kaufte/kaufen gekauft/kaufen`),
  ),
  contractions: new Map([
    ['im', 'in dem'],
    ['am', 'an dem'],
    ['zum', 'zu dem'],
    ['zur', 'zu der'],
    ['vom', 'von dem'],
    ['beim', 'bei dem'],
  ]),
  numbers: new Map([
    ...counted(
      2,
      `zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
      siebzehn achtzehn neunzehn zwanzig`,
    ),
    ...counted(30, 'dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert', 10),
    ['dutzend', 12],
  ]),
  relativeDays: new Map([
    ['heute', 0],
    ['gestern', -1],
    ['vorgestern', -2],
  ]),
  scales: new Map([
    ['hundert', 100],
    ['tausend', 1e3],
    ['million', 1e6],
    ['millionen', 1e6],
    ['mio', 1e6],
    ['milliarde', 1e9],
    ['milliarden', 1e9],
    ['mrd', 1e9],
  ]),
  ordinals: new Map([
    ...counted(1, 'erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte'),
    ...counted(1, 'ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten'),
  ]),
  words: {
    negation: wordSet(
      'nicht kein keine keinen keinem keiner nie niemals niemand nichts ohne weder noch nein',
    ),
    nearNegation: wordSet(
      'bestritt bestreiten leugnen ablehnen lehnte verweigern verhindern scheitern kaum',
    ),
    weekday: wordSet('montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag'),
    day: wordSet(
      'heute gestern morgen vorgestern übermorgen letzte nächste kommende vergangene dieses_jahr dieser_woche',
    ),
    unit: wordSet(`sekunde minute stunde tag woche monat jahr jahrzehnt jahrhundert % prozent kilometer km meter kilo
      kilogramm kg gramm tonne liter euro dollar € $ £ grad hektar million milliarde tausend`),
    possibility:
      wordSet(`kann können könnte könnten möglich möglicherweise wahrscheinlich vielleicht mutmaßlich
      mutmaßliche angeblich soll sollen dürfte verdächtig vermutlich offenbar anscheinend plant will hofft versucht
      falls wenn laut`),
    certainty: wordSet('bestätigt schuldig bewiesen sicher sicherlich verurteilt immer bereits'),
    comparison: wordSet(
      'mehr weniger größer kleiner höher niedriger vor nach seit bis über unter während fast rund etwa mindestens höchstens',
    ),
    quantifier: wordSet(
      'alle alles jeder jede einige mehrere viele wenige nur hälfte mehrheit meisten andere',
    ),
    reporting: wordSet(
      'sagen erklären erklärte ankündigen kündigte mitteilen teilte betonen betonte hinzufügen berichten berichtete',
    ),
    pronoun: wordSet(
      'er sie es ihm ihr ihn ihnen sein seine seiner ihre ihrer dieser diese dieses sich wir uns ich',
    ),
    filler: wordSet('auch jedoch außerdem zudem nun jetzt dann schon sehr so'),
    month: wordSet(
      'januar februar märz april mai juni juli august september oktober november dezember',
    ),
    function:
      wordSet(`der die das den dem des ein eine einen einem einer eines und oder aber in an auf aus bei mit zu
      von für gegen durch um als wie dass sein haben werden wo während weil`),
  },
  synonyms: groups(`
    sagen = erklären = mitteilen
    usa = vereinigte staaten
    prozent = %
    polizei = polizisten
    beginnen = anfangen = starten
    enden = aufhören
    kaufen = erwerben
  `),
  antonyms:
    wordPairs(`steigen/sinken steigen/fallen gewinnen/verlieren annehmen/ablehnen öffnen/schließen kaufen/verkaufen
    lebend/tot sieg/niederlage nord/süd norden/süden osten/westen besser/schlechter mehr/weniger vor/nach
    zustimmen/ablehnen festnehmen/freilassen legal/illegal möglich/unmöglich schuldig/unschuldig erste/letzte
    öffentlich/privat über/unter`),
  leaningOpenings: {
    pronouns: wordSet(
      'er sie es ihm ihr ihnen sein seine ihre dieser diese dieses diesen jener jene',
    ),
    connectives: [
      'aber',
      'jedoch',
      'auch',
      'außerdem',
      'zudem',
      'dennoch',
      'trotzdem',
      'deshalb',
      'daher',
      'dann',
      'und',
      'oder',
      'dagegen',
      'allerdings',
      'doch',
    ],
  },
  furniture: [
    /^(lesen sie (auch|mehr)|klicken sie|folgen sie uns|abonnieren|foto:|video:|anzeige)/i,
    /https?:\/\/|www\./i,
  ],
}
