import { counted, type Language, phrases, wordPairs, wordSet } from '../language.ts'
import { filipinoAntonyms, filipinoSynonyms, filipinoWords } from './filipino-words.ts'

/**
 * Takes off the linker, the prefix and the infix: `bumagsak`, `pagbagsak` → `bagsak`. A doubled
 * first syllable stays, for it says that something is still to come (`babagsak`).
 */
function filipinoStem(word: string): string {
  return word
    .replace(/(?<=\p{L}{3})ng$/u, '')
    .replace(/(?<=\p{L}{4}[aeiou])n$/u, '')
    .replace(
      /^(ipinag|pinag|nagpa|magpa|nakipag|makipag|naka|maka|napa|nag|mag|pag|nang|mang)-?(?=\p{L}{4})/u,
      '',
    )
    .replace(/^([bdghklmnprstwy])(um|in)(?=[aeiou]\p{L}{3})/u, '$1')
    .replace(/^(um|in)(?=[aeiou]\p{L}{3})/u, '')
    .replace(/u/g, 'o')
}

const irregular = new Map(
  wordPairs(
    `sinabi/=sinabi sinabing/=sinabi sinasabi/=sinasabi sinasabing/=sinasabi nasawi/sawi namatay/patay
    pinatay/patay nanalo/panalo natalo/talo kailangan/=kailangan maaari/=maaari maaaring/=maaari
    taon/=taon taong/=taon buwan/=buwan buwang/=buwan bayan/=bayan bayang/=bayan umano/=umano umano'y/=umano
    mahigit/=mahigit higit/=higit mula/=mula una/=una unang/=una una'ng/=una linggong/linggo araw/=araw
    milyon/=milyon milyong/=milyon bilyon/=bilyon bilyong/=bilyon libong/libo kanyang/kanya kanilang/kanila
    ibang/iba ilang/ilan bagong/bago lumang/luma dating/dati malaking/malaki tanging/tangi
    nasabing/nasabi naturang/natura walang/wala maraming/marami laging/lagi huling/huli susunod/=susunod
    nakaraang/nakaraan nakaraan/=nakaraan bago/=bago bukas/=bukas sarado/=sarado pagkatapos/=pagkatapos
    matapos/=matapos maging/=maging may/=may mayo/=mayo nang/=nang ngayon/=ngayon ngayong/=ngayon
    inaasahang/inaasahan tinatayang/tinataya pinaniniwalaang/pinaniniwalaan posibleng/posible
    puwedeng/puwede gustong/gusto planong/plano siguradong/sigurado tumangging/tumanggi mukhang/mukha
    sakaling/sakali bigong/bigo`,
  ),
)

const english = 'one two three four five six seven eight nine ten eleven twelve'
const ones = 'isa dalawa tatlo apat lima anim pito walo siyam'
const onesLinked = 'isang dalawang tatlong apat limang anim pitong walong siyam'
const ordinals = 'una ikalawa ikatlo ikaapat ikalima ikaanim ikapito ikawalo ikasiyam ikasampu'

/** `labindalawa`, `labintatlo`; the others are parted by a hyphen: `labing-apat`. */
const teens: [string, number][] = [
  ['labindalawa', 12],
  ['labintatlo', 13],
  ['labinlima', 15],
  ['labimpito', 17],
  ['labingwalo', 18],
  ['labinsiyam', 19],
]
const tens: [string, number][] = [
  ...counted(20, 'dalawampu tatlumpu apatnapu limampu animnapu pitumpu walumpu siyamnapu', 10),
  ...counted(20, "dalawampu't tatlumpu't apatnapu't limampu't animnapu't pitumpu't", 10),
]

function linked(numbers: readonly [string, number][]): [string, number][] {
  return numbers.map(([word, value]) => [`${word}ng`, value])
}

export const filipino: Language = {
  tag: 'fil',
  level: 'basic',
  decimalMark: '.',
  abbreviations:
    wordSet(`g gng bb dr dra atty engr arch sen rep gov vice hon gen col maj capt lt sgt insp supt
    brgy bgy sto sta st no nos p.m a.m p.s u.s jr sr prof fr sec usec asec blg etc inc corp co ave`),
  stem: filipinoStem,
  irregular,
  contractions: new Map(),
  enclitics: new Map([
    ["'y", 'ay'],
    ["'t", 'at'],
    ["'n", 'na'],
  ]),
  numberJoint: 'at',
  numbers: new Map([
    ...counted(1, ones),
    ...counted(1, onesLinked),
    ['sampu', 10],
    ['sampung', 10],
    ['labing', 10],
    ...teens,
    ...linked(teens),
    ...tens,
    ...linked(tens),
    ['sandaan', 100],
    ['sandaang', 100],
    ['dosena', 12],
    ...counted(1, english),
  ]),
  relativeDays: new Map([
    ['kahapon', -1],
    ['kagabi', -1],
    ['kamakalawa', -2],
    ['bukas', 1],
  ]),
  scales: new Map([
    ['daan', 100],
    ['daang', 100],
    ['libo', 1e3],
    ['libong', 1e3],
    ['milyon', 1e6],
    ['milyong', 1e6],
    ['bilyon', 1e9],
    ['bilyong', 1e9],
    ['trilyon', 1e12],
    ['trilyong', 1e12],
    ['thousand', 1e3],
    ['million', 1e6],
    ['billion', 1e9],
    ['trillion', 1e12],
  ]),
  ordinals: new Map([
    ...counted(1, ordinals),
    ...linked(counted(1, ordinals)),
    ...counted(2, 'pangalawa pangatlo pang-apat panlima'),
    ...linked(counted(2, 'pangalawa pangatlo')),
    ...counted(1, 'first second third fourth fifth sixth seventh eighth ninth tenth'),
  ]),
  words: filipinoWords,
  synonyms: filipinoSynonyms,
  antonyms: filipinoAntonyms,
  governing: {
    conditions: phrases(`kung, kapag, sakaling, sakali, habang, maliban kung, basta, hangga't`),
    attributions: phrases(`ayon, batay, para kay, para naman, sa tingin, sa palagay, alinsunod`),
    joints: wordSet('at o pero ngunit subalit'),
  },
  roleMarkers: wordSet('si ni kay sina nina kina'),
  leaningOpenings: {
    pronouns:
      wordSet(`siya niya kanya kanyang sila nila kanila kanilang ito nito iyon iyan niyon niyan aniya anila
      dito doon rito roon`),
    connectives:
      phrases(`ngunit, pero, subalit, gayunman, samantala, dagdag pa, bukod dito, kaya, at, o, gayunpaman,
      dahil dito, bukod pa rito, bukod pa, sa halip, gayundin, pagkatapos nito, matapos nito,
      kasunod nito, kaugnay nito, bunsod nito, dahil diyan, halimbawa, dagdag niya, giit niya,
      sabi niya, paliwanag niya, ayon sa kanya, ayon pa, ganito rin, ganoon din, maging, sinabi
      niya, sinabi rin, tinukoy niya, sa kabila nito, sa kabilang banda, una rito, nauna rito, isa
      pa, ang una`),
    forms: [
      // The pronoun comes behind the verb: `Tinanggihan niya ang mga puna`.
      /^["“]?\p{Lu}[\p{L}-]*(?: \p{Ll}[\p{L}'’-]*){0,2} (?:siya|niya|sila|nila|siyang|niyang|silang|nilang|ito|nito|iyon|dito|roon)(?!\p{L})/u,
      /(?<!\p{L})(?:aniya|anila)(?!\p{L})|[”"],? \p{Ll}+ (?:pa )?(?:niya|nila)(?!\p{L})/u,
    ],
  },
  furniture: [
    /^(basahin|panoorin|i-click|i-follow|i-share|sundan|sundin|mag-subscribe|larawan:|kuha ni|kuha ng|video:|photos?:|tingnan|may kaugnayan|related:|read (also|more)|read:|watch:|more:|with reports? from|may ulat)/i,
    /https?:\/\/|www\.|rappler\.com$|\(pna\)$|\(photo[^)]*\)|file photo|all rights reserved|\(may ulat/i,
  ],
}
