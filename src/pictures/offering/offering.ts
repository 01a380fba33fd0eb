import { gate } from '../../gate/gate.ts'
import type { MadeRendition, PictureFacts, PictureMetadata, PictureWords } from '../picture.ts'
import { usageAllows } from './usage-terms.ts'

/** Everything that decides whether readers are offered a picture with a story. */
export interface Offer {
  /** Of all its uses together: what one story's wire says of it holds for every story. */
  facts: PictureFacts
  words: PictureWords
  metadata: PictureMetadata | undefined
  confirmedTerms: string | null
  /** Why it could not be fetched or taken. */
  trouble: string | null
  renditions: readonly MadeRendition[]
}

/** Why readers are not offered it, in words for the desk; the strongest first, none: it is shown. */
export function reasonsAgainst(offer: Offer, now: Date): string[] {
  return rules.flatMap((rule) => rule(offer, now) ?? [])
}

/** Whether it would be shown but for what only waits for a person or for its bytes. */
export function isStopped({ facts, metadata }: Offer, now: Date): string | undefined {
  const verdict = gate(facts, now)
  if (!verdict.open) return pictured(verdict.words)
  const expires = expiryOf(facts, metadata)
  if (expires !== undefined && !(Date.parse(expires) > now.getTime()))
    return `It has expired (${expires}).`
  return undefined
}

const rules: readonly ((offer: Offer, now: Date) => string | undefined)[] = [
  isStopped,
  isNotHere,
  hasUnconfirmedTerms,
  lacksCredit,
  lacksCaption,
  isNotMade,
]

/** The terms in prose, of the wire and of the file. */
export function termsOf(facts: PictureFacts, metadata: PictureMetadata | undefined): string[] {
  const cleared = new Set((facts.cleared ?? []).flatMap(phrasesIn))
  const own = [metadata?.instructions, metadata?.usageTerms, unreadEnd(metadata)]
    .filter((term) => term !== undefined)
    // Agencies write the same limits into the file that they write into the wire.
    .filter((term) => phrasesIn(term).some((phrase) => !cleared.has(phrase)))
  return [...facts.terms, ...own]
}

function unreadEnd(metadata: PictureMetadata | undefined): string | undefined {
  const expires = metadata?.expires
  return expires === undefined || !Number.isNaN(Date.parse(expires))
    ? undefined
    : `The file's time of expiry cannot be read ("${expires}")`
}

function phrasesIn(term: string): string[] {
  return term
    .split(/[.;|\n]/)
    .map(
      (phrase) =>
        phrase
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu)
          ?.join(' ') ?? '',
    )
    .filter((phrase) => phrase !== '')
}

/** The earliest moment from which on it must not be shown. */
export function expiryOf(
  facts: PictureFacts,
  metadata: PictureMetadata | undefined,
): string | undefined {
  const ofFile = unreadEnd(metadata) === undefined ? metadata?.expires : undefined
  return [facts.expires, ofFile].filter((time) => time !== undefined).sort()[0]
}

/** What the wire says of it, and where that is silent, what its file says. */
export function wordsOf(
  wire: PictureWords,
  house: PictureWords,
  metadata: PictureMetadata | undefined,
): PictureWords {
  const ofFile = {
    caption: metadata?.caption,
    credit: creditIn(metadata),
    alt: metadata?.altText,
  }
  const words: PictureWords = {}
  for (const name of ['caption', 'credit', 'alt'] as const) {
    const text = house[name] ?? wire[name] ?? ofFile[name]
    if (text !== undefined && text.trim() !== '') words[name] = text.trim()
  }
  // A caption in the place of the alternative text would be read out twice.
  if (words.alt === words.caption) delete words.alt
  return words
}

/** Facts of several places taken together: whatever closes anywhere closes. */
export function strictest(all: readonly PictureFacts[]): PictureFacts {
  const strict = all.map(({ pubStatus }) => pubStatus).sort((a, b) => rankOf(a) - rankOf(b))[0]
  const embargoed = all
    .flatMap((facts) => facts.embargoed ?? [])
    .sort(laterLast)
    .at(-1)
  const expires = all.flatMap((facts) => facts.expires ?? []).sort()[0]
  const because = all.find((facts) => facts.because !== undefined)?.because
  const cleared = [...new Set(all.flatMap((facts) => facts.cleared ?? []))]
  return {
    pubStatus: strict ?? 'usable',
    held: [...new Set(all.flatMap(({ held }) => held ?? []))],
    terms: [...new Set(all.flatMap(({ terms }) => terms))],
    ...(embargoed === undefined ? {} : { embargoed }),
    ...(expires === undefined ? {} : { expires }),
    ...(because === undefined ? {} : { because }),
    ...(cleared.length === 0 ? {} : { cleared }),
  }
}

/** A kill before all; what is not known is closed, and so comes before what is open. */
function rankOf(status: string): number {
  return status === 'canceled' ? 0 : status === 'withheld' ? 1 : status === 'usable' ? 3 : 2
}

/** A time that cannot be read counts as the latest: the gate keeps it closed. */
function laterLast(a: string, b: string): number {
  const [first, second] = [a, b].map((time) => Date.parse(time) || Infinity)
  return first === second ? 0 : (first ?? 0) < (second ?? 0) ? -1 : 1
}

function isNotHere({ metadata, trouble }: Offer): string | undefined {
  return trouble ?? (metadata === undefined ? 'It is being fetched.' : undefined)
}

function hasUnconfirmedTerms({ facts, metadata, confirmedTerms }: Offer): string | undefined {
  const reason = usageAllows(termsOf(facts, metadata), confirmedTerms)
  if (reason === undefined || facts.because === undefined) return reason
  return `Its terms of use: ${facts.because}.`
}

function lacksCredit({ words }: Offer): string | undefined {
  return words.credit === undefined ? 'It has no credit; write one.' : undefined
}

function lacksCaption({ words }: Offer): string | undefined {
  return words.caption === undefined ? 'It has no caption; write one.' : undefined
}

function isNotMade({ metadata, renditions }: Offer): string | undefined {
  if (metadata === undefined || renditions.length > 0) return undefined
  return 'Its sizes for readers are being made.'
}

function creditIn(metadata: PictureMetadata | undefined): string | undefined {
  const { creator, credit } = metadata ?? {}
  return creditLine(creator, credit)
}

/** "Jane Doe/AFP": who made it and who must be named; undefined where nobody is named. */
export function creditLine(by: string | undefined, line: string | undefined): string | undefined {
  if (!by || !line) return line ?? by
  return line.toLowerCase().includes(by.toLowerCase()) ? line : `${by}/${line}`
}

/** The gate speaks of stories. */
function pictured(words: string): string {
  return words.replace('this story', 'this picture')
}
