/**
 * NewsML 1.x (IPTC 2000, https://iptc.org/standards/newsml-1/), as AFP, Kyodo, TASS and Business
 * Wire send it. One NewsItem is one item; its text may stand one, two or three components deep, so
 * metadata is looked for anywhere below and the component with text is taken as the body.
 */
import type { Block } from '../../articles/body.ts'
import { completeItem } from '../reading/complete-item.ts'
import * as fill from '../reading/fill-item.ts'
import type { WireItem } from '../item.ts'
import { readBlocks } from '../markup/read-blocks.ts'
import { NotReadable } from '../xml/not-readable.ts'
import { readPictures } from './newsml-1-pictures.ts'
import { addConcept, addKeyword, subjectCode } from '../reading/subjects.ts'
import type { Element } from '../xml/xml-tree.ts'
import {
  all,
  attribute,
  descendants,
  elements,
  first,
  line,
  lineAt,
  rawText,
} from '../xml/xml-tree.ts'
import { readSignal } from './newsml-g2-item-meta.ts'
import { readNitfBody, readNitfHead } from './nitf-body.ts'
import type { Source } from './source.ts'

export function readNewsMl1(item: Element, source: Source): WireItem {
  const identity = identityOf(item)
  const out = fill.blankItem({ ...identity, format: 'NewsML 1' })
  out.altIds = [{ role: 'PublicIdentifier', value: identity.publicIdentifier }]
  const management = first(item, 'NewsManagement')
  if (!management)
    throw new NotReadable(
      'The NewsML item has no NewsManagement, so nothing says whether it may be used.',
    )
  readManagement(out, management)
  readLines(out, item)
  readDescription(out, item)
  readRights(out, item)
  const body = readContent(out, item)
  const providers = [
    attribute(first(descendants(item, 'Provider')[0], 'Party'), 'FormalName'),
    lineAt(item, 'Identification', 'NewsIdentifier', 'ProviderId'),
    ...descendants(item, 'Source').map((one) => attribute(first(one, 'Party'), 'FormalName')),
  ]
  const sender = providers.find((name) => name)
  if (sender) out.infoSources = [{ name: sender }]
  return completeItem(out, body, { ...source, providers })
}

interface Identity {
  uri: string
  version: string
  publicIdentifier: string
}

/** The stable part of the identifier; PublicIdentifier ends in the revision, which is cut off. */
function identityOf(item: Element): Identity {
  const identifier = first(item, 'Identification', 'NewsIdentifier')
  const version = lineAt(identifier, 'RevisionId') ?? '1'
  const stated = lineAt(identifier, 'PublicIdentifier')
  const parts = ['ProviderId', 'DateId', 'NewsItemId'].map((name) => lineAt(identifier, name))
  const uri =
    stated !== undefined
      ? withoutRevision(stated, version)
      : parts.every((part) => part !== undefined)
        ? `urn:newsml:${parts.join(':')}`
        : derivedUri(item, parts)
  if (uri === undefined) {
    throw new NotReadable(
      'The NewsML item has no identifier, so its versions could not be told apart.',
    )
  }
  return { uri, version, publicIdentifier: stated ?? uri }
}

function withoutRevision(identifier: string, version: string): string {
  const endings = ['', 'N', 'U', 'A'].map((update) => `:${version}${update}`)
  const ending = endings.find((one) => identifier.endsWith(one))
  return ending === undefined ? identifier : identifier.slice(0, -ending.length)
}

/** TASS names neither item nor revision; its own guid or the Duid of the component is stable. */
function derivedUri(item: Element, parts: (string | undefined)[]): string | undefined {
  const own = line(descendants(item, 'guid')[0]) ?? attribute(first(item, 'NewsComponent'), 'Duid')
  return own && parts[0] ? `urn:newsml:${parts[0]}:${own}` : undefined
}

function readManagement(out: WireItem, management: Element): void {
  fill.time(out, 'versionCreated', lineAt(management, 'ThisRevisionCreated'))
  fill.time(out, 'firstCreated', lineAt(management, 'FirstCreated'))
  const urgency = first(management, 'Urgency')
  fill.urgency(out, attribute(urgency, 'FormalName') ?? line(urgency))
  const status = attribute(first(management, 'Status'), 'FormalName')
  const change = first(management, 'StatusWillChange')
  const until = lineAt(change, 'DateAndTime')
  if (status?.toLowerCase() === 'embargoed') fill.embargoedStatus(out, until)
  else fill.status(out, status)
  if (change && status?.toLowerCase() === 'usable') fill.time(out, 'expires', until)
  const kind = attribute(first(management, 'NewsItemType'), 'FormalName')
  if (kind !== undefined && !/^(?:news|delivery)$/i.test(kind)) out.type = kind.toLowerCase()
  for (const instruction of all(management, 'Instruction')) {
    readSignal(out, attribute(instruction, 'FormalName'))
    for (const revision of all(instruction, 'RevisionStatus')) {
      readSignal(out, attribute(first(revision, 'Status'), 'FormalName'))
    }
  }
  for (const name of ['DerivedFrom', 'AssociatedWith']) {
    for (const link of all(management, name)) {
      fill.signal(
        out,
        'previous',
        attribute(link, 'NewsItem') && `${name} ${attribute(link, 'NewsItem')}`,
      )
    }
  }
}

const mainLines = ['HeadLine', 'DateLine', 'ByLine', 'CreditLine', 'CopyrightLine'] as const
const keyOf = {
  DateLine: 'dateline',
  ByLine: 'by',
  CreditLine: 'creditline',
  CopyrightLine: 'copyrightNotice',
} as const

function readLines(out: WireItem, item: Element): void {
  for (const lines of descendants(item, 'NewsLines')) {
    for (const name of mainLines) {
      for (const one of all(lines, name)) {
        if (name === 'HeadLine') fill.headline(out, line(one))
        else fill.give(out, keyOf[name], line(one))
      }
    }
    for (const one of all(lines, 'SubHeadLine')) fill.headline(out, line(one), 'sub')
    for (const one of all(lines, 'SlugLine')) fill.give(out, 'slugline', line(one))
    for (const one of all(lines, 'NewsLine')) readNewsLine(out, one)
  }
  preferLongSlug(out, lineAt(item, 'Identification', 'NameLabel'))
}

/** AFP's SlugLine is the short form of its NameLabel. */
function preferLongSlug(out: WireItem, label: string | undefined): void {
  if (label === undefined) return
  if (out.slugline === undefined || label.startsWith(out.slugline)) out.slugline = label
  else (out.altIds ??= []).push({ role: 'NameLabel', value: label })
}

function readNewsLine(out: WireItem, newsLine: Element): void {
  const kind = attribute(first(newsLine, 'NewsLineType'), 'FormalName') ?? 'NewsLine'
  for (const one of all(newsLine, 'NewsLineText')) {
    const text = line(one)
    if (/^AdvisoryLine$/i.test(kind)) {
      fill.signal(out, 'advisory', text)
      fill.note(out, text)
    } else if (text !== undefined) fill.keepExtra(out, kind, text)
  }
}

function readDescription(out: WireItem, item: Element): void {
  const language = descendants(item, 'Language').map((one) => attribute(one, 'FormalName'))
  fill.give(out, 'language', language.find((tag) => tag) ?? attribute(item, 'xml:lang'))
  for (const code of descendants(item, 'SubjectCode')) {
    for (const subject of elements(code)) {
      const number = attribute(subject, 'FormalName')
      if (number === undefined) continue
      addConcept(out, 'subjects', /^\d{7,8}$/.test(number) ? subjectCode(number) : { code: number })
    }
  }
  for (const genre of descendants(item, 'Genre')) {
    const name = attribute(genre, 'FormalName')
    if (name) addConcept(out, 'genres', { name })
  }
  for (const property of descendants(item, 'Property')) {
    const name = attribute(property, 'FormalName') ?? ''
    const value = attribute(property, 'Value')
    // Business Wire's keywords by country, industry and region are what its ninjs calls subjects.
    if (/^BW\w+Keywords$/.test(name) && value)
      addConcept(out, 'subjects', { name: value, rel: 'about' })
    else if (/Keywords?$/i.test(name)) addKeyword(out, value)
  }
  const origin = descendants(item, 'Location').find(
    (one) => (attribute(one, 'HowPresent') ?? 'Origin').toLowerCase() === 'origin',
  )
  const place = new Map(
    all(origin, 'Property').map((one) => [attribute(one, 'FormalName'), attribute(one, 'Value')]),
  )
  fill.give(out, 'located', place.get('City') ?? place.get('Area') ?? place.get('Country'))
}

function readRights(out: WireItem, item: Element): void {
  const terms = descendants(item, 'UsageType').map((one) => line(one))
  fill.give(out, 'usageTerms', terms.filter((one) => one).join('; '))
  fill.give(out, 'copyrightHolder', line(descendants(item, 'CopyrightHolder')[0]))
}

/** Components whose text is not the story. */
const besideTheStory = /^(?:stylesheet|headline|caption|contact|logo|advisory|thumbnail|preview)$/i

function readContent(out: WireItem, item: Element): Block[] {
  const blocks: Block[] = []
  const visit = (component: Element): void => {
    const role = attribute(first(component, 'Role'), 'FormalName') ?? ''
    for (const content of all(component, 'ContentItem')) {
      const data = first(content, 'DataContent')
      if (!data) continue
      if (besideTheStory.test(role)) fill.keepExtra(out, `component ${role}`, rawText(data).trim())
      else blocks.push(...readData(out, data))
    }
    for (const inner of all(component, 'NewsComponent')) visit(inner)
  }
  for (const component of all(item, 'NewsComponent')) visit(component)
  readPictures(out, item, blocks.length > 0)
  return blocks
}

function readData(out: WireItem, data: Element): Block[] {
  const nitf = descendants(data, 'nitf')[0]
  if (!nitf) return readBlocks(out, descendants(data, 'body')[0] ?? data)
  readNitfHead(out, nitf)
  return readNitfBody(out, nitf)
}
