import { counted, groups, type Language, wordPairs, wordSet } from '../language.ts'

/** News in Filipino mixes in English words, units and months; so do these lists. */
export const filipino: Language = {
  tag: 'fil',
  level: 'basic',
  decimalMark: '.',
  abbreviations: wordSet(
    'g gng bb dr dra atty engr sen rep gov hon gen col maj capt sgt st no p.m a.m',
  ),
  stem: (word) =>
    word
      .replace(/^(ipinag|pinag|nagpa|magpa|naka|maka|nag|mag|pag|nang|mang)-?(?=\p{L}{4})/u, '')
      .replace(/(?<=\p{L}{4})ng$/u, ''),
  irregular: new Map(
    wordPairs(
      'sinabi/sabi sinasabi/sabi nasawi/sawi namatay/patay pinatay/patay nanalo/panalo natalo/talo',
    ),
  ),
  contractions: new Map(),
  numbers: new Map([
    ...counted(1, 'isa dalawa tatlo apat lima anim pito walo siyam sampu'),
    ...counted(1, 'isang dalawang tatlong apat limang anim pitong walong siyam sampung'),
    ...counted(1, 'one two three four five six seven eight nine ten'),
  ]),
  relativeDays: new Map([
    ['kahapon', -1],
    ['kagabi', -1],
    ['bukas', 1],
  ]),
  scales: new Map([
    ['daan', 100],
    ['libo', 1e3],
    ['libong', 1e3],
    ['milyon', 1e6],
    ['milyong', 1e6],
    ['bilyon', 1e9],
    ['bilyong', 1e9],
    ['million', 1e6],
    ['billion', 1e9],
  ]),
  ordinals: new Map(
    counted(1, 'una ikalawa ikatlo ikaapat ikalima ikaanim ikapito ikawalo ikasiyam ikasampu'),
  ),
  words: {
    negation: wordSet('hindi wala walang huwag di ayaw kailanman'),
    nearNegation: wordSet('itinanggi tinanggihan nabigo pinigilan bahagya halos_hindi'),
    weekday:
      wordSet(`lunes martes miyerkules huwebes biyernes sabado linggo monday tuesday wednesday thursday friday
      saturday sunday`),
    day: wordSet('ngayon kahapon bukas kagabi nakaraang susunod ngayong_taon ngayong_linggo'),
    unit: wordSet(`segundo minuto oras araw buwan taon dekada siglo % porsyento porsiyento kilometro km metro kilo kg
      gramo tonelada litro piso peso dolyar ₱ $ € ektarya milyon bilyon libo`),
    possibility: wordSet(
      'maaari maaaring posible posibleng baka marahil umano diumano suspek suspected akusado kung tila mukhang balak nais',
    ),
    certainty: wordSet(
      'kumpirmado kinumpirma napatunayan tiyak siguradong guilty hinatulan palagi na',
    ),
    comparison: wordSet('mas higit kulang bago matapos pagkatapos mula hanggang halos mahigit'),
    quantifier: wordSet(
      'lahat bawat ilan ilang marami maraming kaunti lamang lang kalahati karamihan iba',
    ),
    reporting: wordSet('sabi ani ayon pahayag ipinahayag inanunsyo dagdag giit paliwanag iniulat'),
    pronoun: wordSet(
      'siya niya kanya kanyang sila nila kanila kanilang ito nito iyon niyon kami tayo ako ko',
    ),
    filler: wordSet('din rin naman pa nga daw raw po'),
    month:
      wordSet(`enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre january
      february march april may june july august september october november december`),
    function: wordSet(
      'ang ng sa si ni kay sina nina kina at o na mga ay para dahil habang kapag pero ngunit ang_mga upang nasa',
    ),
  },
  synonyms: groups(`
    sabi = ani = pahayag
    porsyento = porsiyento = %
    ₱ = piso = peso
    bata = menor de edad
    pulis = pulisya
  `),
  antonyms:
    wordPairs(`tumaas/bumaba panalo/talo nanalo/natalo buhay/patay bukas/sarado hilaga/timog silangan/kanluran mas/kulang
    bago/matapos una/huli dumating/umalis bumili/nagbenta legal/ilegal`),
  leaningOpenings: {
    pronouns: wordSet('siya niya kanya kanyang sila nila kanila kanilang ito nito iyon iyan'),
    connectives: [
      'ngunit',
      'pero',
      'subalit',
      'gayunman',
      'samantala',
      'dagdag pa',
      'bukod dito',
      'kaya',
      'at',
      'o',
      'gayunpaman',
      'dahil dito',
    ],
  },
  furniture: [
    /^(basahin|panoorin|i-click|sundan|mag-subscribe|larawan:|video:)/i,
    /https?:\/\/|www\.|rappler\.com$/i,
  ],
}
