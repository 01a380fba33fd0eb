import { englishAntonyms } from './english-antonyms.ts'
import { englishNews, englishScenes } from '../english-scenes.ts'
import { englishSynonyms } from './english-synonyms.ts'
import { englishWords } from './english-words.ts'
import { counted, type Language, wordPairs, words, wordSet } from '../../language.ts'
import { plainLetters } from '../../plain-letters.ts'
import { porterStem } from '../../porter.ts'

/** English writes names of other languages with their accents, and as often without. */
const hasAccents = /[\u00c0-\u024f]/

const irregular = new Map(
  wordPairs(`said/say says/say told/tell began/begin begun/begin won/win rose/rise risen/rise fell/fall
    fallen/fall went/go gone/go came/come made/make took/take taken/take gave/give given/give
    found/find got/get gotten/get had/have has/have was/be were/be is/be are/be am/be been/be being/be
    did/do done/do does/do saw/see seen/see knew/know known/know thought/think brought/bring
    bought/buy sold/sell caught/catch taught/teach fought/fight sought/seek left/leave lost/lose
    kept/keep held/hold led/lead met/meet paid/pay sent/send spent/spend built/build felt/feel
    heard/hear meant/mean stood/stand understood/understand wrote/write written/write drove/drive
    driven/drive spoke/speak spoken/speak broke/break broken/break chose/choose chosen/choose
    froze/freeze frozen/freeze stole/steal stolen/steal wore/wear worn/wear shot/shoot struck/strike
    stuck/stick ran/run sang/sing sung/sing swam/swim drank/drink sank/sink sunk/sink threw/throw
    thrown/throw grew/grow grown/grow flew/fly flown/fly drew/draw drawn/draw blew/blow showed/show
    shown/show became/become overcame/overcome forgot/forget forgotten/forget hid/hide hidden/hide
    bit/bite bitten/bite rode/ride ridden/ride woke/wake fed/feed fled/flee bred/breed slept/sleep
    swept/sweep wept/weep dealt/deal lent/lend bent/bend laid/lay lay/lie lain/lie ate/eat eaten/eat
    shook/shake shaken/shake swore/swear sworn/swear tore/tear torn/tear bore/bear born/bear
    hung/hang dug/dig spun/spin won't/will sat/sit men/man women/woman children/child people/person
    wives/wife lives/life knives/knife thieves/thief feet/foot teeth/tooth mice/mouse bust/bust
    likely/=likely news/=news better/better worse/worse best/best worst/worst died/die dying/die dies/die lying/lie pled/plead
    tried/try tries/try trying/try cried/cry cries/cry flies/fly flying/fly dries/dry dried/dry
    spied/spy lied/lie lies/lie tied/tie ties/tie denies/deny denied/deny learnt/learn burnt/burn spelt/spell underwent/undergo undergone/undergo withdrew/withdraw
    withdrawn/withdraw oversaw/oversee undertook/undertake undertaken/undertake`),
)

const contractions = new Map([
  ["won't", 'will not'],
  ["can't", 'can not'],
  ['cannot', 'can not'],
  ["shan't", 'shall not'],
  ["ain't", 'be not'],
  ["let's", 'let us'],
])

export const english: Language = {
  tag: 'en',
  level: 'measured',
  decimalMark: '.',
  abbreviations:
    wordSet(`mr mrs ms dr prof rev hon st jr sr gen col lt capt cmdr maj sgt cpl pvt adm
    brig gov sen rep pres supt insp det sec amb messrs mme mlle fr vs etc inc ltd corp co bros no nos
    vol pp fig approx dept est ave blvd rd mt ft jan feb mar apr jun jul aug sept sep oct nov dec
    mon tue tues wed thu thurs fri sat sun u.s u.k u.n e.u a.m p.m i.e e.g cf ca d.c l.a ph.d b.c a.d
    viz al ariz calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev
    okla ore pa tenn tex va vt wash wis wyo spc pfc wm hr min secs lbs oz`),
  stem: (word) => porterStem(hasAccents.test(word) ? plainLetters(word) : word),
  irregular,
  demonym: /^(n|an|ian|ese|ish|i|s)$/,
  contractions,
  numbers: new Map([
    ...counted(
      0,
      `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
      sixteen seventeen eighteen nineteen`,
    ),
    ...counted(20, 'twenty thirty forty fifty sixty seventy eighty ninety', 10),
    ['dozen', 12],
  ]),
  relativeDays: new Map([
    ['today', 0],
    ['tonight', 0],
    ['yesterday', -1],
    ['tomorrow', 1],
  ]),
  scales: new Map([
    ['hundred', 100],
    ['thousand', 1e3],
    ['million', 1e6],
    ['billion', 1e9],
    ['trillion', 1e12],
    ['k', 1e3],
    ['m', 1e6],
    ['mn', 1e6],
    ['bn', 1e9],
    ['b', 1e9],
    ['tn', 1e12],
  ]),
  ordinals: new Map(
    counted(1, `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth`),
  ),
  words: englishWords,
  synonyms: englishSynonyms,
  antonyms: englishAntonyms,
  shortening: {
    openings: [
      ...words(`But And However Meanwhile Also Moreover Furthermore Nevertheless Nonetheless Still
        Yet Besides Additionally`),
      'In addition',
      'At the same time',
    ],
    articles: words('the a an'),
    relatives: words('which who whose where'),
    joints: words('and but'),
    verbs: words(`is are was were has have had will would can could may might must should did does
      said says told added announced won lost died began took made came went became called`),
  },
  leaningOpenings: {
    pronouns: wordSet(
      'he she it they his her hers its their theirs him them this that these those',
    ),
    forms: [
      // `Strangers photograph it and …`: an object that the sentence has not named.
      /^(?:[\p{L}'’-]+ ){1,3}(?:it|him|them)(?=[.,;]| (?:and|after|again|as|at|before|by|down|each|every|for|from|in|into|off|on|out|to|up|with)\b)/u,
    ],
    connectives: [
      ...wordSet(`but however also meanwhile instead moreover furthermore nevertheless nonetheless
        otherwise therefore thus hence consequently and so or yet still then besides similarly
        likewise because which who`),
      'for example',
      'for instance',
      'in addition',
      'as a result',
      'on the other hand',
      'by contrast',
      'in contrast',
      'at the same time',
      'after that',
      'even so',
      'that said',
      'the former',
      'the latter',
      'another',
      'others',
      'such',
      'both',
      'neither',
      'one of them',
      'the announcement',
      'the change',
      'the comments',
      'the couple',
      'the decision',
      'the duo',
      'the incident',
      'the increase',
      'the move',
      'the news',
      'the pair',
      'the rest',
      'the result',
      'the same',
    ],
  },
  genders: [wordSet('he him his himself'), wordSet('she her hers herself')],
  scenes: { painting: englishScenes, news: englishNews },
  furniture: [
    /^(scroll down|click (here|on|for|to)|watch (the )?(video|more|this)|read (more|also|the full)|see (also|more)|share (this|your)|follow (us|@|him|her)|sign up|subscribe|tune in|stay (up to date|tuned)|photos?:|picture:|pictured|image:|video:|gallery|related:|advertisement|story highlights|editor'?s note|updated?:|correction:|e-?mail us|join (us|the)|like us|for (more|confidential)|visit (our|the|http)|all rights reserved|copyright|media playback|this video|last updated|have your say)/i,
    /(scroll down for video|click here|continue reading|follow us on|on (twitter|facebook|instagram) (at )?@|https?:\/\/|www\.|all rights reserved|contributed to this (report|story)|external link|not supported on (this|your) device)/i,
    /^\(?(file )?(photo|picture|image|video)s?( by| courtesy|:|\))/i,
    /(file photo|file picture|\((left|right|above|below|centre|center|pictured|l|r)\)|, (left|right|above|below|pictured)[,.)])/i,
  ],
}
