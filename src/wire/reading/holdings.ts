/**
 * Why an item stays closed whatever its status says (rules 10, 12 to 15 and 20). Each rule looks at
 * the finished item and answers with a reason in words, or undefined. Readers add their own reasons
 * while they read (embargo, status); nothing here ever takes a reason away.
 */
import type { Agency } from './agencies.ts'
import { readInstant } from './instants.ts'
import type { WireItem } from '../item.ts'
import { instantsOnClock } from '../times/clock.ts'

type Holding = (item: WireItem, agency: Agency | undefined) => string | undefined

export const holdings: Holding[] = [
  notContent,
  forEditorsByName,
  noHeadline,
  noText,
  embargoOnlyInWords,
  embargoLaterInWords,
  withoutContentSignal,
  updateOfAnotherItem,
  takeOfAnotherItem,
]

const closedTypes = new Map([
  ['planning', 'a planning item'],
  ['event', 'an event'],
  ['advisory', 'an advisory'],
  ['daybook', 'a daybook'],
  ['programme', 'a programme'],
  ['program', 'a programme'],
  ['package', 'a package of other items'],
  ['composite', 'a package of other items'],
  ['concept', 'an entry of a vocabulary'],
  ['knowledge', 'a vocabulary'],
])

/** Genres and product names of copy that is written for editors. */
const closedGenres =
  /^(?:agenda|advice|advisory|advisoryupdate|advisory update|program|programme|specialannouncement|special announcement|daybook|budget|planning|diary|forward ?planning|test)$/i

function notContent(item: WireItem): string | undefined {
  const closed = closedTypes.get(item.type.toLowerCase())
  if (closed !== undefined) return `it is ${closed}, not a story for readers`
  for (const { name, uri, code } of item.genres ?? []) {
    const words = [name, uri, code].map((word) => word?.replace(/^.*[:/#]/, ''))
    const genre = words.find((word) => word !== undefined && closedGenres.test(word))
    if (genre !== undefined) return `its genre "${genre}" is for editors, not for readers`
  }
  return undefined
}

/** Names of messages that every service sends to its editors: dpa's day ahead, its imprint. */
const editorsHeadlines =
  /^(?:dpa[- ](?:Tages|Wochen|Themen|Abend|Mittags)?(?:vorschau|planung|programm|\u00fcbersicht)\b|Impressum$|(?:AP|AFP|Reuters|dpa|PA) (?:news )?(?:advisory|diary|agenda|schedule|budget)\b|(?:Media|News) advisory\b)/i

/** Belga marks what it says to its customers. */
const editorsKeywords = /^(?:attention users|avis aux abonn\u00e9s)$/i

function forEditorsByName({ headlines, keywords = [] }: WireItem): string | undefined {
  const headline = headlines.find(({ value }) => editorsHeadlines.test(value))?.value
  const name = headline ?? keywords.find((word) => editorsKeywords.test(word))
  return name && `"${name.slice(0, 60)}" is for editors, not for readers`
}

/** In these words an item waits for an editor to write its headline. */
export const noHeadlineGiven = 'it has no headline; write one'

function noHeadline(item: WireItem): string | undefined {
  const hasOne = item.headlines.some((field) => field.role !== 'sub' && field.value !== '')
  return hasOne ? undefined : noHeadlineGiven
}

/** A story without a word: its text travels apart (AP's rendition) or the file is incomplete. */
function noText({ type, pubStatus, standfirst }: WireItem): string | undefined {
  const isStory = type === 'text' && pubStatus === 'usable'
  return isStory && standfirst.bodyText === '' ? 'it has no text' : undefined
}

const embargoWords =
  /\bembargo|\bsperrfrist|\bhold for release|\bnot for (?:public )?release (?:until|before)/i

/** A note that speaks of an embargo where no field does: somebody meant one. */
function embargoOnlyInWords(item: WireItem): string | undefined {
  if (item.embargoed !== undefined || item.edNote === undefined) return undefined
  if (!embargoWords.test(item.edNote) || /\bno embargo\b/i.test(item.edNote)) return undefined
  return 'a note to editors speaks of an embargo but no embargo time is given'
}

/** "22.10.2024, 11:30 Uhr", "2024-10-22 11:30": times in notes, which name no zone. */
const noteTimes =
  /\b(?:(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>20\d\d)|(?<iso>20\d\d-\d\d-\d\d))[T, ]{1,3}(?<hour>\d{1,2})[.:](?<minute>\d\d)/g

/** The zone furthest ahead of UTC; a local time cannot come earlier than this. */
const EARLIEST_ZONE_HOURS = 14

/** A note whose time, wherever its clock hangs, lies after the embargo given contradicts it. */
function embargoLaterInWords(item: WireItem): string | undefined {
  const { embargoed, edNote, standfirst } = item
  if (embargoed === undefined || edNote === undefined) return undefined
  for (const line of edNote.split('\n').filter((one) => embargoWords.test(one))) {
    for (const { groups = {} } of line.matchAll(noteTimes)) {
      const two = (text = ''): string => text.padStart(2, '0')
      const date =
        groups['iso'] ?? `${groups['year']}-${two(groups['month'])}-${two(groups['day'])}`
      const instant = readInstant(`${date}T${two(groups['hour'])}:${groups['minute']}:00Z`)
      if (instant && earliestOf(instant.iso, standfirst.clock?.zone) > Date.parse(embargoed)) {
        return `a note names a later embargo than the one given: "${line.trim().slice(0, 100)}"`
      }
    }
  }
  return undefined
}

/** A time in a note: on the source's clock where that is known, or else on the one furthest ahead. */
function earliestOf(iso: string, zone: string | undefined): number {
  if (zone !== undefined) return Date.parse(instantsOnClock(iso, zone).later)
  return Date.parse(iso) - EARLIEST_ZONE_HOURS * 3_600_000
}

/**
 * AP marks what may be published; daybooks and advisories lack the mark though they are usable.
 * Only its API formats carry signals, so copy in NITF, ninjs or ANPA is not held for lack of one.
 */
function withoutContentSignal({ uri, pubStatus, standfirst }: WireItem): string | undefined {
  const { format, signals } = standfirst
  const usesSignals =
    format === 'AP Media API' ||
    (format === 'NewsML-G2' && (/\bap\.org\b/.test(uri) || signals.some(isFromAp)))
  if (!usesSignals || pubStatus === 'canceled') return undefined
  const isContent = signals.some(({ value }) => /(?:^|:)newscontent$/i.test(value))
  return isContent ? undefined : 'AP has not marked it as news content (no "newscontent" signal)'
}

function isFromAp({ value }: { value: string }): boolean {
  return value.startsWith('apsig:')
}

/** In these words the desk finds what waits for a match. */
export const matchFirst = 'it says it updates another story; match it first'

const updateWords =
  /^\W*(?:UPDATES?|RECASTS?|ADDS?|CORRECTS?|REFILES?|REPEATS?|ALTERNATES?|REPLACES?)\b/

/** AFP sends updates as new items with revision 1; published as they come they would stand twice. */
function updateOfAnotherItem(item: WireItem, agency: Agency | undefined): string | undefined {
  if (agency !== 'AFP' || !/^[01]?$/.test(item.version)) return undefined
  const advisory = item.standfirst.signals.find(
    ({ kind, value }) => kind === 'advisory' && updateWords.test(value),
  )
  return advisory && matchFirst
}

/** In these words a take waits for the first part of its story. */
export const takeFirst = 'it continues another story; join it first'

/** A take goes on from a story that came before it, and is none by itself. */
function takeOfAnotherItem({ standfirst }: WireItem): string | undefined {
  return standfirst.take !== undefined && standfirst.take.part > 1 ? takeFirst : undefined
}
