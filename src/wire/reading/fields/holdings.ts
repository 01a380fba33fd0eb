/**
 * Why an item stays closed whatever its status says (rules 10, 12 to 15 and 20). Each rule looks at
 * the finished item and answers with a reason in words, or undefined. Readers add their own reasons
 * while they read (embargo, status); nothing here ever takes a reason away.
 */
import { embargoInText, embargoLaterInWords, embargoOnlyInWords } from '../../orders/embargoes.ts'
import { stoppedInWords } from '../../orders/stops.ts'
import type { Agency } from './agencies.ts'
import { closedByOtherFields } from './other-fields.ts'
import type { WireItem } from '../../item.ts'

type Holding = (item: WireItem, agency: Agency | undefined) => string | undefined

export const holdings: Holding[] = [
  notContent,
  forEditorsByName,
  noHeadline,
  noText,
  stoppedInWords,
  calledWithdrawn,
  closedByOtherFields,
  notForPublication,
  embargoOnlyInWords,
  embargoInText,
  embargoLaterInWords,
  withoutContentSignal,
  updateOfAnotherItem,
  takeOfAnotherItem,
]

/** A signal that takes a story back on one that is usable; a message that stops another is held as such. */
function calledWithdrawn({ pubStatus, standfirst }: WireItem): string | undefined {
  const { signals, stops } = standfirst
  const signal = signals.find(({ kind }) => kind === 'withdraw')
  const isOpen = pubStatus === 'usable' && signal !== undefined && stops === undefined
  return isOpen ? `its signal "${signal.value.slice(0, 60)}" takes a story back` : undefined
}

/** A block for editors at the head of a paragraph, in capitals, in the languages of the wires. */
const privateBlock =
  /^\W*(?:NOT FOR PUBLICATION|NICHT ZUR VERÖFFENTLICHUNG|NICHT FÜR DIE VERÖFFENTLICHUNG|NE PAS PUBLIER|NO PUBLICAR|NON PUBBLICARE|NÃO PUBLICAR|NIET VOOR PUBLICATIE|EJ FÖR PUBLICERING|IKKE FOR PUBLISERING)(?!\p{L})/mu

/** The same as a sentence or before a colon, as dpa writes it above its notes. */
const privateSentence =
  /^\W*(?:(?:the following|die folgenden?) information(?:en)?\b.{0,40}\bnot? .{0,20}\bfor publication\b|die folgenden? information(?:en)?\b.{0,40}\bnicht zur veröffentlichung\b|(?:not for publication|nicht zur veröffentlichung)\s*:)/imu

/** Words that stand in all of these, found in one look that most texts end with. */
const speaksOfIt = /PUBB?LI|FFENTLICHUNG|ffentlichung|[Ff]or [Pp]ublication/

function notForPublication({ standfirst }: WireItem): string | undefined {
  const text = standfirst.bodyText
  if (!speaksOfIt.test(text)) return undefined
  const found = (privateBlock.exec(text) ?? privateSentence.exec(text))?.[0].trim()
  return found && `its text has a block that is not for readers: "${found.slice(0, 80)}"`
}

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
  /^(?:agenda|advice|advisory|advisoryupdate|advisory update|program|programme|specialannouncement|special announcement|daybook|budget|planning|diary|forward ?planning|(?:text|picture|video|graphic) ?program|test)$/i

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
  /^(?:dpa[- ](?:Tages|Wochen|Themen|Abend|Mittags)?(?:vorschau|planung|programm|\u00fcbersicht)\b|Impressum$|(?:AP|AFP|Reuters|dpa|PA) (?:news )?(?:advisory|diary|agenda|schedule|budget)\b|(?:Media|News) advisory\b|test(?: (?:message|story|item|article))?\W*$|(?:this is (?:only )?a )?test\b.{0,40}\b(?:ignore|disregard|do not (?:use|publish))\b)/i

/** Whole headlines under which agencies write to their customers, in the languages of AFP's services. */
const editorsNotes =
  /^(?:(?:note|notice|attention|advisory) (?:to )?(?:editors|users|subscribers|clients|customers)|(?:note|avis) aux (?:r\u00e9dactions|abonn\u00e9s|clients)|(?:nota|aviso) (?:a los|aos) (?:abonados|clientes|editores|suscriptores|assinantes)|(?:hinweis|mitteilung) an (?:die )?(?:redaktionen|kunden)|\u0645\u0630\u0643\u0631\u0629)[:.!]?$/iu

/** Belga marks what it says to its customers. */
const editorsKeywords = /^(?:attention users|avis aux abonn\u00e9s)$/i

function forEditorsByName({ headlines, slugline, keywords = [] }: WireItem): string | undefined {
  const headline = headlines.find(
    ({ value }) => editorsHeadlines.test(value) || editorsNotes.test(value),
  )?.value
  const words = [...keywords, ...(slugline?.split('/') ?? [])]
  const name = headline ?? words.find((word) => editorsKeywords.test(word.trim()))
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
