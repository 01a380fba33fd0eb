/**
 * Kills, withdrawals and holds that stand in words alone, on an item whose status says usable: Reuters
 * heads a story "STORY WITHDRAWN", others send a note. They hold the item for a person, who may find
 * that another one was meant.
 */
import type { WireItem } from '../item.ts'
import { linesAbove } from './lines-above.ts'

const mark = String.raw`\s*(?:$|[:!/–—-])`

/** "Withdrawn" as agencies write it in French, German, Dutch, the languages of the south and of the north. */
export const withdrawnElsewhere =
  'ANNUL(?:ATION|ÉE?|EE?)|À ANNULER|ZURÜCKGEZOGEN|MELDUNG ZURÜCKGEZOGEN|INGETROKKEN|ANULA(?:CIÓN|D[AO]|ÇÃO)|ANNULLA(?:MENTO|T[AO])|TILBAKEKALT|TREKKES TILBAKE|ÅTERKALLAD|TILBAGEKALDT|PERUTTU'

/** At the head of a headline, as agencies write it: in capitals, before a mark or alone. */
const headings = [
  new RegExp(
    `^\\W*(?:(?:URGENT|BULLETIN|FLASH|MANDATORY|ADVISORY|STORY|NEWS) ?)*(?:KILL|WITHDRAWN|WITHDRAWAL|RETRACTED|RETRACTION|${withdrawnElsewhere})(?: (?:ADVISORY|NOTICE|MANDATORY))?${mark}`,
    'u',
  ),
  new RegExp(`^\\W*(?:story|item|alert|headline) (?:withdrawn|killed|retracted)${mark}`, 'iu'),
]

const copy = '(?:story|item|copy|alert|message|take|dispatch)'
const gone = '(?:withdrawn|killed|retracted|cancelled|canceled)'

/** Above a text, and in a note to editors. */
const orders = [
  new RegExp(`^\\W*(?:eds?:\\s*)?(?:please |mandatory )*kill\\b.{0,80}\\b${copy}\\b`, 'iu'),
  new RegExp(
    `\\b(?:this|the|our) ${copy}\\b.{0,160}\\b(?:is|are|was|has been|have been) (?:hereby |being )?${gone}\\b`,
    'iu',
  ),
]

const aboveTexts = [...headings, ...orders]

const notes = [
  ...orders,
  new RegExp(`^\\W*(?:mandatory )?kill${mark}`, 'imu'),
  new RegExp(`\\bhold (?:this|the) ${copy}\\b`, 'iu'),
  new RegExp(
    `\\bdo not (?:use|publish|run|broadcast)(?: this ${copy})?\\s*(?:[.!]|$|until\\b|before\\b)`,
    'imu',
  ),
]

/** An order stands above a text, below a headline or a place at most. */
const HEAD_LINES = 3
/** Longer lines tell something. */
const MAX_ORDER = 400

/** Why an item that calls itself killed, withdrawn or on hold stays closed. */
export function stoppedInWords({
  headlines,
  edNote,
  pubStatus,
  standfirst,
}: WireItem): string | undefined {
  if (pubStatus !== 'usable') return undefined
  const head = linesAbove(standfirst.bodyText, HEAD_LINES)
  const found =
    headlines.find(({ value }) => headings.some((one) => one.test(value)))?.value ??
    head.find((line) => line.length <= MAX_ORDER && aboveTexts.some((one) => one.test(line)))
  if (found !== undefined) return `its own words stop a story: "${found.trim().slice(0, 100)}"`
  const isInNote = edNote !== undefined && notes.some((one) => one.test(edNote))
  return isInNote ? 'a note to editors stops a story' : undefined
}
