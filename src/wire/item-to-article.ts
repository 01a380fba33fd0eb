import { createHash } from 'node:crypto'
import type { ArticleContent } from '../articles/articles.ts'
import { paragraphsOf } from '../articles/body/body.ts'
import type { GateFacts } from '../gate/gate.ts'
import { gate } from '../gate/gate.ts'
import type { WireItem } from './item.ts'
import { fetchable } from './markup/links.ts'
import { onOneLine } from './markup/storable-text.ts'

/** Below this a text is too common to be recognised by its words alone, in characters. */
const recognisableLength = 200

/** What the gate must know of an item. */
export function factsOf(item: WireItem): GateFacts {
  const { pubStatus, embargoed, expires, standfirst } = item
  return { pubStatus, embargoed, expires, held: standfirst.held, barred: standfirst.barred }
}

/** The article that an item makes; undefined where it has no text to show. */
export function contentOf(item: WireItem, siteLanguage: string): ArticleContent | undefined {
  const headline = headlineOf(item)
  if (headline === undefined || item.standfirst.body.length === 0) return undefined
  const standfirst = standfirstOf(item)
  const agency = agencyOf(item)
  return {
    headline,
    language: item.language ?? siteLanguage,
    subjects: item.subjects.map(({ uri, name }) => ({
      ...present('uri', uri),
      ...present('name', name),
    })),
    body: item.standfirst.body,
    ...present('standfirst', standfirst),
    ...present('byline', item.by),
    ...present('dateline', item.dateline),
    ...present('creditline', item.creditline ?? agency),
    ...present('copyrightNotice', item.copyrightNotice),
    ...present('agency', agency),
    ...present('located', item.located),
    ...present('slugline', item.slugline),
    ...genresOf(item),
    ...present('machineUse', machineUseOf(item)),
    ...(isReserved(item) ? { dataMining: 'reserved' as const } : {}),
    ...searchEnginesOf(item),
  }
}

/** A feed's excerpt is often how its text begins; readers need not read it twice. */
function standfirstOf(item: WireItem): string | undefined {
  const { descriptions, standfirst } = item
  const stated =
    descriptions.find(({ role }) => /summary|abstract|standfirst/i.test(role)) ?? descriptions[0]
  const [beginning = ''] = paragraphsOf(standfirst.body)
  const words = stated?.value ?? secondHeadlineOf(item)
  return words === onOneLine(beginning) ? undefined : words
}

/** Some agencies write a standfirst there (NITF's `hl2`), others the headline again in other words. */
function secondHeadlineOf({ headlines }: WireItem): string | undefined {
  const second = headlines.find(({ role }) => role === 'sub')?.value
  if (second === undefined) return undefined
  const told = new Set(headlines.filter(({ role }) => role !== 'sub').flatMap(wordsOf))
  const words = wordsOf({ value: second })
  const repeated = words.filter((word) => told.has(word)).length
  return repeated * 2 > words.length ? undefined : second
}

function wordsOf({ value }: { value: string }): string[] {
  return value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/**
 * When readers may say it was published: the time of the earliest version that is open now, or the
 * end of its embargo where that came later.
 */
export function publishedAtOf(items: readonly WireItem[], receivedAt: string, now: Date): string {
  const first = items.find((item) => gate(factsOf(item), now).open)
  const time = first?.versionCreated ?? first?.firstCreated ?? receivedAt
  return first?.embargoed !== undefined && first.embargoed > time ? first.embargoed : time
}

/**
 * A hash of what the item says and does, the same for the same story in another format. Undefined
 * for a text too short to be told from others by its words.
 */
export function fingerprintOf(item: WireItem): string {
  const { clock } = item.standfirst
  const said = [
    headlineOf(item) ?? '',
    item.standfirst.bodyText,
    item.pubStatus,
    clock?.embargoed ?? item.embargoed ?? '',
    clock?.versionCreated ?? item.versionCreated ?? '',
  ]
  return createHash('sha256').update(said.join('\n\n').normalize('NFC')).digest('base64url')
}

/** Whether the words alone tell this story from every other. */
export function isRecognisable(item: WireItem): boolean {
  return item.standfirst.bodyText.length >= recognisableLength && item.versionCreated !== undefined
}

/** The words for readers where this version corrects an earlier one. */
export function correctionIn(item: WireItem): string | undefined {
  const inItsOwnWords = item.standfirst.publicNotes[0]
  if (inItsOwnWords !== undefined) return inItsOwnWords
  if (!item.standfirst.signals.some(({ kind }) => kind === 'correction')) return undefined
  return `${agencyOf(item) ?? 'The source'} has corrected this story.`
}

function headlineOf(item: WireItem): string | undefined {
  return (item.headlines.find(({ role }) => role === 'main') ?? item.headlines[0])?.value
}

function agencyOf(item: WireItem): string | undefined {
  return item.infoSources?.[0]?.name ?? item.copyrightHolder
}

/** What the item itself forbids only a contract allows: the source's setting says that there is one. */
function machineUseOf(item: WireItem): ArticleContent['machineUse'] {
  const { policy } = item.standfirst
  const isBound = refusesMachines(item) && policy?.dataMining !== 'licensed'
  return isBound ? 'refused' : policy?.machineUse
}

/** What a picture of this item tells machines beside its bytes, as the page of its story does. */
export function toldMachines(item: WireItem): { isReserved?: true; isUnlisted?: true } {
  return {
    ...(isReserved(item) ? { isReserved: true } : {}),
    ...(searchEnginesOf(item).searchEngines === 'noindex' ? { isUnlisted: true } : {}),
  }
}

/** A contract of ours changes nothing in what others are told. */
function isReserved(item: WireItem): boolean {
  return refusesMachines(item) || item.standfirst.policy?.dataMining === 'reserved'
}

/** Without an address of its own elsewhere, a text that is canonical there is not indexed here. */
function searchEnginesOf(item: WireItem): Pick<ArticleContent, 'searchEngines' | 'canonical'> {
  const wish = item.standfirst.policy?.searchEngines
  if (wish === undefined) return {}
  const elsewhere = fetchable(item.altIds?.find(({ role }) => role === 'link')?.value)
  return wish === 'canonical' && elsewhere ? { canonical: elsewhere } : { searchEngines: 'noindex' }
}

function genresOf({ genres = [] }: WireItem): { genres?: string[] } {
  const names = genres.flatMap(({ name, uri }) => [name, uri].filter((word) => word !== undefined))
  return names.length === 0 ? {} : { genres: names }
}

/** The two words of PLUS that forbid nothing: http://ns.useplus.org/LDF/ldf-XMPSpecification#DataMining */
const allowsMining = /(?:^|[:/])(?:PLUS_)?DMI-(?:ALLOWED|UNSPECIFIED)$/i

/** A word that is not known forbids, like every other one that is not one of these. */
function refusesMachines(item: WireItem): boolean {
  return forbidsMining(item.rightsInfo?.['dataMining'])
}

export function forbidsMining(word: unknown): boolean {
  return word !== undefined && !(typeof word === 'string' && allowsMining.test(word))
}

function present<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { [P in K]: V })
}
