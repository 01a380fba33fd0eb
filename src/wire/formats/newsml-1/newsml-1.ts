/**
 * NewsML 1.x (IPTC 2000, https://iptc.org/standards/newsml-1/), as AFP, Kyodo, TASS and Business
 * Wire send it. One NewsItem is one item; its text may stand one, two or three components deep, so
 * metadata is looked for anywhere below and the component with text is taken as the body.
 */
import { completeItem } from '../../reading/complete-item.ts'
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import { isEfeSlug } from '../../dialects/efe.ts'
import { embargoStated, isEmbargoName } from '../../reading/fields/own-embargoes.ts'
import { regionOfUse, timeOfUse } from '../../rights/fields-of-use.ts'
import { withEscapedHtml } from '../../markup/html/escaped-html.ts'
import { NotReadable } from '../../xml/not-readable.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { all, attribute, descendant, descendants, first, line, lineAt } from '../../xml/xml-tree.ts'
import { readDescription, readKeywords } from './about.ts'
import { readContent } from './content.ts'
import { identityOf } from './identity.ts'
import { linesOfPictures } from './pictures.ts'
import { linesOfRecordings } from './recordings.ts'
import { readSignal } from '../newsml-g2/item-meta.ts'
import type { Source } from '../source.ts'

export function readNewsMl1(item: Element, source: Source): WireItem {
  const identity = identityOf(item)
  const out = fill.blankItem({ ...identity, format: 'NewsML 1' }, source)
  out.altIds = [{ role: 'PublicIdentifier', value: identity.publicIdentifier }]
  const management = first(item, 'NewsManagement')
  if (!management)
    throw new NotReadable(
      'The NewsML item has no NewsManagement, so nothing says whether it may be used.',
    )
  readManagement(out, management)
  if (out.pubStatus === 'usable') refusePartsOfItems(item)
  readEmbargoes(out, item)
  for (const comment of all(item, 'Comment')) {
    if (!attribute(comment, 'FormalName')) fill.note(out, line(comment))
  }
  readLines(out, item)
  readDescription(out, item)
  readRights(out, item)
  const body = readContent(out, item)
  const providers = [
    attribute(first(descendant(item, 'Provider'), 'Party'), 'FormalName'),
    lineAt(item, 'Identification', 'NewsIdentifier', 'ProviderId'),
    ...descendants(item, 'Source').map((one) => attribute(first(one, 'Party'), 'FormalName')),
  ]
  const sender = providers.find((name) => name)
  if (sender) out.infoSources = [{ name: sender }]
  return completeItem(out, body, { ...source, providers })
}

/** What changes an earlier revision in places, or brings a vocabulary, is no story by itself. */
function refusePartsOfItems(item: Element): void {
  if (first(item, 'NewsComponent')) return
  const what = ['Update', 'TopicSet', 'Catalog'].find((name) => first(item, name))
  if (what === undefined) return
  throw new NotReadable(
    `The NewsML item holds only <${what}>, which is no story; ask the source for whole items.`,
  )
}

/** Senders' own properties, wherever they stand. */
function readEmbargoes(out: WireItem, item: Element): void {
  for (const property of descendants(item, 'Property')) {
    const name = attribute(property, 'FormalName') ?? ''
    if (isEmbargoName(name)) embargoStated(out, name, attribute(property, 'Value') ?? '')
  }
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
  if (change && status?.toLowerCase() === 'usable') {
    fill.expiry(out, until)
    // From then on it is none for readers at all.
    const future = attribute(first(change, 'FutureStatus'), 'FormalName') ?? ''
    if (/^(?:cancell?ed|withheld|embargoed)$/i.test(future)) fill.expiry(out, until, 'archive')
  }
  const kind = attribute(first(management, 'NewsItemType'), 'FormalName')
  const isNews =
    /^(?:news(?:[ -]?(?:alert|brief|story|item))?|delivery|alert|flash|bulletin|urgent|update|story|article|text|feature|brief|snap|analysis|(?:press ?)?release)$/i
  if (kind !== undefined && !isNews.test(kind)) out.type = kind.toLowerCase()
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
  const stated = descendants(item, 'NewsLines')
  const terms: (string | undefined)[] = []
  const ofMedia = [...linesOfPictures(item), ...linesOfRecordings(item)]
  const ofStory = stated.filter((lines) => !ofMedia.includes(lines))
  for (const given of ofStory.length > 0 ? ofStory : stated) {
    const lines = withEscapedHtml(given)
    terms.push(...all(lines, 'RightsLine').map((one) => line(one)))
    for (const name of mainLines) {
      for (const one of all(lines, name)) {
        if (name === 'HeadLine') fill.headline(out, statedHeadline(one))
        else fill.give(out, keyOf[name], line(one))
      }
    }
    for (const one of all(lines, 'SubHeadLine')) {
      if (isEfeSlug(out, line(one))) fill.give(out, 'slugline', line(one))
      else fill.headline(out, line(one), 'sub')
    }
    const keywords = all(lines, 'KeywordLine').map((one) => line(one))
    for (const one of keywords) readKeywords(out, one, keywords.length === 1)
    for (const one of all(lines, 'SlugLine')) fill.give(out, 'slugline', line(one))
    for (const one of all(lines, 'NewsLine')) readNewsLine(out, one)
  }
  fill.give(out, 'usageTerms', [...new Set(terms.filter(Boolean))].join('; '))
  // A module of Drupal's has an element of its own beside the lines.
  fill.give(
    out,
    'by',
    descendants(item, 'Author')
      .map((one) => line(one))
      .filter(Boolean)
      .join('; '),
  )
  preferLongSlug(out, lineAt(item, 'Identification', 'NameLabel'))
}

/** Belga's system writes that there is none. */
function statedHeadline(one: Element): string | undefined {
  const text = line(one)
  return text !== undefined && /^no headline ?!?$/i.test(text) ? undefined : text
}

/** AFP's SlugLine is the short form of its NameLabel. */
function preferLongSlug(out: WireItem, label: string | undefined): void {
  if (label === undefined) return
  if (out.slugline === undefined || label.startsWith(out.slugline)) out.slugline = label
  else (out.altIds ??= []).push({ role: 'NameLabel', value: label })
}

/** Types of lines that speak to those who receive them. */
const forEditors = /\b(?:ed(?:itor)?s?'?[ -]?notes?|editors?|instructions?|embargo)\b/i

function readNewsLine(out: WireItem, newsLine: Element): void {
  const kind = attribute(first(newsLine, 'NewsLineType'), 'FormalName') ?? 'NewsLine'
  for (const one of all(newsLine, 'NewsLineText')) {
    const text = line(one)
    if (/^AdvisoryLine$/i.test(kind)) {
      fill.signal(out, 'advisory', text)
      fill.note(out, text)
    } else if (forEditors.test(kind)) {
      fill.note(out, /embargo/i.test(kind) ? `Embargo: ${text ?? ''}` : text)
    } else if (text !== undefined) fill.keepExtra(out, kind, text)
  }
}

function readRights(out: WireItem, item: Element): void {
  const terms = descendants(item, 'UsageType').map((one) => line(one))
  for (const rights of descendants(item, 'UsageRights')) {
    const at = (one: Element | undefined) => one && (line(one) ?? '')
    timeOfUse(out, at(first(rights, 'StartDate')), at(first(rights, 'EndDate')))
    const region = lineAt(rights, 'Geography')
    terms.push(lineAt(rights, 'Limitations'), regionOfUse(region))
  }
  const limits = [out.usageTerms, ...terms].filter((one) => one)
  if (limits.length > 0) out.usageTerms = limits.join('; ')
  fill.give(out, 'copyrightHolder', line(descendant(item, 'CopyrightHolder')))
}
