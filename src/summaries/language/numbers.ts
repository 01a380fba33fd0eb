import type { Language } from './language.ts'
import type { Reading, Token } from './terms.ts'

/**
 * Reads a number in any of its spellings at a token: `290,000`, `$1.5m`, `twenty-five`,
 * `2 million`, `20th`, `third`, `2015`. The key is the value, so that spellings compare equal.
 */
export function readNumber(
  tokens: readonly Token[],
  at: number,
  language: Language,
): Reading | undefined {
  const token = tokens[at]?.piece
  if (!token?.numeral) return undefined
  const ordinal = readOrdinal(tokens, at, language)
  if (ordinal) return ordinal
  const figures = /^\d/.test(token.text)
  if (token.text.includes(':')) return { length: 1, key: `#${token.text}`, kind: 'number' }
  const value = figures ? valueOf(token.text, language) : undefined
  const read = value === undefined ? readWords(tokens, at, language) : { length: 1, value }
  if (!read) return undefined
  const scaled = readScale(tokens, at, read, language)
  if (figures && scaled.length === 1 && /^(1[5-9]|20)\d\d$/.test(token.text))
    return { length: 1, key: `#${token.text}`, kind: 'year', value: scaled.value }
  return { ...scaled, key: `#${scaled.value}`, kind: 'number' }
}

/** Most words are none, and are told by this alone. */
export function mayBeNumber(text: string, lower: string, { numbers, ordinals }: Language): boolean {
  return /^\d/.test(text) || numbers.has(lower) || ordinals.has(lower)
}

/** `1,200.5` where the decimal mark is a point, `1.200,5` where it is a comma. */
function valueOf(figures: string, language: Language): number {
  const text = figures.replace(/\s/g, '')
  const { thousands, grouped, stray } = marks[language.decimalMark]
  const plain = grouped.test(text) ? text.replaceAll(thousands, '') : text.replace(stray, '.')
  return Number(plain.replaceAll(thousands, '').replace(language.decimalMark, '.')) || 0
}

/** How figures are grouped, and a mark that groups nothing, by the decimal mark. */
const marks = {
  '.': { thousands: ',', grouped: /^\d{1,3}(,\d{3})+(\.\d+)?$/, stray: /,(?!\d{3}$)/g },
  ',': { thousands: '.', grouped: /^\d{1,3}(\.\d{3})+(,\d+)?$/, stray: /\.(?!\d{3}$)/g },
}

function readOrdinal(
  tokens: readonly Token[],
  at: number,
  language: Language,
): Reading | undefined {
  const word = tokens[at]
  const next = tokens[at + 1]
  if (!word) return undefined
  if (
    next &&
    /^\d+$/.test(word.piece.text) &&
    next.start === word.end &&
    ordinalEnding.test(next.piece.lower)
  )
    return {
      length: 2,
      key: `#${word.piece.text}th`,
      kind: 'ordinal',
      value: Number(word.piece.text),
    }
  const value = language.ordinals.get(word.piece.lower)
  const afterNumber = at > 0 && /^\d/.test(tokens[at - 1]?.piece.text ?? '')
  if (value === undefined || afterNumber) return undefined
  return { length: 1, key: `#${value}th`, kind: 'ordinal', value }
}

/** `20th`, `1er`, `58e`, `3.º` without its stop. */
const ordinalEnding = /^(st|nd|rd|th|er|re|e|ème|º|ª)$/

interface Amount {
  length: number
  value: number
}

/** `five`, `twenty five`, `treinta y cinco`, `dix-sept`; `a dozen`. */
function readWords(tokens: readonly Token[], at: number, language: Language): Amount | undefined {
  const value = language.numbers.get(tokens[at]?.piece.lower ?? '')
  if (value === undefined) return undefined
  const joint = tokens[at + 1]?.piece.lower === language.numberJoint ? 1 : 0
  const next = language.numbers.get(tokens[at + 1 + joint]?.piece.lower ?? '')
  const isTens = value >= 10 && value < 100 && value % 10 === 0
  const joins = isTens && next !== undefined && next > 0 && next < 10
  return joins ? { length: 2 + joint, value: value + next } : { length: 1, value }
}

function readScale(tokens: readonly Token[], at: number, read: Amount, language: Language): Amount {
  let { length, value } = read
  let scale = scaleAt(tokens, at + length, language)
  while (scale !== undefined) {
    value = Math.round(value * scale * 1000) / 1000
    length += 1
    scale = scaleAt(tokens, at + length, language)
  }
  return { length, value }
}

/** One-letter scales count only when they touch the figure: `5m`, not `5 m`. */
function scaleAt(tokens: readonly Token[], at: number, language: Language): number | undefined {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (!token || !before) return undefined
  if (
    token.piece.lower.length < 3 &&
    !(token.start === before.end && /^\d/.test(before.piece.text))
  )
    return undefined
  return language.scales.get(token.piece.lower)
}
