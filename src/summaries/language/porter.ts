/**
 * The stem of an English word after M. F. Porter, "An algorithm for suffix stripping", Program 14
 * (1980): `connected`, `connecting` and `connections` all become `connect`.
 */
export function porterStem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word
  return finalStep(suffixes(pastAndPlural(word)))
}

const vowel = '[aeiouy]'
const vowelPair = '[aeiou][aeiouy]*'
const consonants = '[^aeiou][^aeiouy]*'
/** Porter's m > 0, m = 1 and m > 1: how often a vowel run is followed by a consonant run. */
const measureOne = new RegExp(`^(${consonants})?${vowelPair}${consonants}`)
const measureExactlyOne = new RegExp(`^(${consonants})?${vowelPair}${consonants}(${vowelPair})?$`)
const measureTwo = new RegExp(`^(${consonants})?${vowelPair}${consonants}${vowelPair}${consonants}`)
const hasVowel = new RegExp(`^(${consonants})?${vowel}`)
const shortEnding = new RegExp(`^${consonants}${vowel}[^aeiouwxy]$`)

function pastAndPlural(word: string): string {
  let stem = word
  if (/(ss|i)es$/.test(stem)) stem = stem.slice(0, -2)
  else if (/[^s]s$/.test(stem)) stem = stem.slice(0, -1)
  stem = pastTense(stem)
  if (/y$/.test(stem) && hasVowel.test(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`
  return stem
}

function pastTense(word: string): string {
  if (word.endsWith('eed')) return measureOne.test(word.slice(0, -3)) ? word.slice(0, -1) : word
  const base = /^(.+?)(ed|ing)$/.exec(word)?.[1]
  if (base === undefined || !hasVowel.test(base)) return word
  if (/(at|bl|iz)$/.test(base)) return `${base}e`
  if (/([^aeiouylsz])\1$/.test(base)) return base.slice(0, -1)
  return shortEnding.test(base) ? `${base}e` : base
}

const secondStep = new Map([
  ...pairs('ational ate tional tion enci ence anci ance izer ize bli ble alli al entli ent eli e'),
  ...pairs('ousli ous ization ize ation ate ator ate alism al iveness ive fulness ful'),
  ...pairs('ousness ous aliti al iviti ive biliti ble logi log'),
])
const thirdStep = new Map([
  ...pairs('icate ic alize al iciti ic ical ic'),
  ['ative', ''],
  ['ful', ''],
  ['ness', ''],
])
const secondEnding = new RegExp(`^(.+?)(${[...secondStep.keys()].join('|')})$`)
const thirdEnding = new RegExp(`^(.+?)(${[...thirdStep.keys()].join('|')})$`)
const fourthEnding =
  /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/

function suffixes(word: string): string {
  let stem = word
  for (const [ending, replacements] of [
    [secondEnding, secondStep],
    [thirdEnding, thirdStep],
  ] as const) {
    const found = ending.exec(stem)
    if (found?.[1] !== undefined && found[2] !== undefined && measureOne.test(found[1]))
      stem = found[1] + (replacements.get(found[2]) ?? '')
  }
  const found = fourthEnding.exec(stem)
  if (found?.[1] !== undefined) return measureTwo.test(found[1]) ? found[1] : stem
  const ion = /^(.+?[st])ion$/.exec(stem)?.[1]
  return ion !== undefined && measureTwo.test(ion) ? ion : stem
}

function finalStep(word: string): string {
  let stem = word
  const base = /^(.+?)e$/.exec(stem)?.[1]
  if (
    base !== undefined &&
    (measureTwo.test(base) || (measureExactlyOne.test(base) && !shortEnding.test(base)))
  )
    stem = base
  return /ll$/.test(stem) && measureTwo.test(stem) ? stem.slice(0, -1) : stem
}

function pairs(text: string): [string, string][] {
  const words = text.split(' ')
  return words.flatMap((word, at): [string, string][] =>
    at % 2 === 0 ? [[word, words[at + 1] ?? '']] : [],
  )
}
