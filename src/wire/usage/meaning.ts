import type { WireItem } from '../item.ts'
import { hold } from '../reading/fill-item.ts'
import { distanceWithin } from '../damage/distance.ts'
import type { Phrase } from './phrases.ts'

/** What a person said that a phrase means here; nothing of all this: it means nothing for us. */
export interface Meaning {
  holdsText?: true
  holdsPictures?: true
  /** No machine summary is made. */
  noSummary?: true
  /** Country codes (ISO 3166, two letters) where it must not be used. */
  notIn?: string[]
  /** Country codes where alone it may be used. */
  onlyIn?: string[]
  /** Primary tags of the languages in which alone it may be used. */
  languages?: string[]
  /** Not before this moment, ISO 8601 in UTC. */
  from?: string
  /** Nor after this one: its address answers 410 then. */
  until?: string
  /** Lists and search leave it out after so many days. */
  listedDays?: number
  /** It must not stand in an archive: after so many days its address answers 410. */
  archiveDays?: number
}

/** A phrase that somebody confirmed. */
export interface Limit {
  /** The phrase without case and marks. */
  key: string
  words: string
  meaning: Meaning
}

const day = 24 * 3_600_000

/**
 * The item as confirmed limits leave it. `territories` are where this site is used: while nobody has
 * said so, a limit to territories holds. `since` is when the item counts from, should it not say.
 */
export function limited(
  item: WireItem,
  limits: readonly Limit[],
  territories: readonly string[] | undefined,
  since: string,
): WireItem {
  if (limits.length === 0) return item
  const out: WireItem = {
    ...item,
    standfirst: { ...item.standfirst, held: [...item.standfirst.held] },
  }
  const from = Date.parse(item.firstCreated ?? item.versionCreated ?? since)
  for (const { words, meaning } of limits) {
    const reason = reasonToHold(words, meaning, territories, item.language)
    if (meaning.holdsText)
      hold(out, `its terms say \u201c${words}\u201d, which holds the text here`)
    if (reason !== undefined) hold(out, reason)
    if (meaning.noSummary)
      out.standfirst.policy = { ...out.standfirst.policy, machineUse: 'refused' }
    const { listedDays, archiveDays } = meaning
    if (meaning.from !== undefined) out.embargoed = later(out.embargoed, meaning.from)
    if (meaning.until !== undefined) bar(out, Date.parse(meaning.until))
    if (listedDays !== undefined) out.expires = earlier(out.expires, from + listedDays * day)
    if (archiveDays !== undefined) bar(out, from + archiveDays * day)
  }
  return out
}

/**
 * The item, held where its terms almost repeat a confirmed limit of its source: a letter that was
 * lost on the wire, or mistyped, must not lift it. Saying what its own words mean lets it go.
 */
export function almostLimited(
  item: WireItem,
  confirmed: readonly Limit[],
  own: readonly Phrase[],
): WireItem {
  const said = own.map(({ key }) => key)
  const terms = said.join(' ')
  const meant = confirmed.find(
    ({ key, meaning }) =>
      Object.keys(meaning).length > 0 && !said.includes(key) && standsAlmost(key, terms),
  )
  if (!meant) return item
  const { standfirst } = item
  const reason = `its terms read almost like \u201c${meant.words}\u201d; say at the desk what they mean`
  return { ...item, standfirst: { ...standfirst, held: [...standfirst.held, reason] } }
}

/** Of the letters of a phrase so many may be others, or missing, for it to be still that phrase. */
const misreadShare = 6

function standsAlmost(key: string, terms: string): boolean {
  return distanceWithin(key, terms) <= Math.floor(key.length / misreadShare)
}

/** The item, held because nobody but a person can judge what its rights expression says. */
export function heldForRights(item: WireItem): WireItem {
  const { standfirst } = item
  const reason = 'its rights expression says something that is not understood here; read it'
  return { ...item, standfirst: { ...standfirst, held: [...standfirst.held, reason] } }
}

/** Why a picture with these limits is not offered; undefined where they let it through. */
export function pictureLimit(
  limits: readonly (Pick<Limit, 'words' | 'meaning'> | { words: string; meaning: undefined })[],
  territories: readonly string[] | undefined,
  since: string,
  now: Date,
): string | undefined {
  for (const { words, meaning } of limits) {
    if (meaning === undefined) return `nobody has said yet what \u201c${words}\u201d means for us`
    if (meaning.holdsPictures)
      return `its terms say \u201c${words}\u201d, which holds pictures here`
    const reason = reasonToHold(words, meaning, territories)
    if (reason !== undefined) return reason
    const days = meaning.archiveDays ?? meaning.listedDays
    if (days !== undefined && !(Date.parse(since) + days * day > now.getTime()))
      return `its term has ended (\u201c${words}\u201d)`
  }
  return undefined
}

function reasonToHold(
  words: string,
  { notIn, onlyIn, languages }: Meaning,
  territories: readonly string[] | undefined,
  language?: string,
): string | undefined {
  if (languages && !languages.includes(language?.replace(/-.*$/s, '').toLowerCase() ?? ''))
    return `its terms say \u201c${words}\u201d, and it is not in that language here`
  if (notIn === undefined && onlyIn === undefined) return undefined
  if (territories === undefined || territories.length === 0)
    return `its terms say \u201c${words}\u201d and the desk has not said where this site is used`
  const here =
    notIn?.find((code) => territories.includes(code)) ??
    (onlyIn && territories.find((code) => !onlyIn.includes(code)))
  return here && `its terms say \u201c${words}\u201d, and this site is used in ${here}`
}

function bar(item: WireItem, end: number): void {
  item.standfirst.barred = earlier(item.standfirst.barred, end)
  item.expires = earlier(item.expires, end)
}

function later(known: string | undefined, instant: string): string {
  return known !== undefined && known > instant ? known : instant
}

function earlier(known: string | undefined, time: number): string {
  const instant = new Date(time).toISOString()
  return known !== undefined && known < instant ? known : instant
}
