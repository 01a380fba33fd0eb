import type { Block } from '../../articles/articles.ts'
import { paragraphsOf, textOf } from '../../articles/articles.ts'
import type { WireItem } from '../item.ts'
import { htmlOf } from '../markup/html/body-html.ts'
import { matchFirst, noHeadlineGiven, takeFirst } from '../reading/fields/holdings.ts'
import type { Take } from './take-marks.ts'

/** The current version of one part of a story after its first. */
export interface Part {
  take: Take
  /** When the part first was made, whatever was corrected in it later. */
  created: string
  item: WireItem
}

/** What the parts came to: the whole text, and for each part why it is not in it, or undefined. */
export interface JoinedParts {
  whole: WireItem
  fates: Map<Part, Fate>
}

/** `shown`: readers have it. `waits`: its place or the gate is not open. The others are over. */
export interface Fate {
  state: 'shown' | 'waits' | 'canceled' | 'replaced'
  words?: string
}

/**
 * Puts the parts of a story in order behind its first. A gap stops the text: readers get no story
 * with a hole in it. A part that was killed leaves none; one that is held or withheld does. A
 * writethru replaces the parts that were there before it. `lead` is the current version of the first
 * part, `leads` are all its versions.
 */
export function joinParts(
  lead: WireItem,
  leads: readonly WireItem[],
  parts: readonly Part[],
): JoinedParts {
  const fates = new Map<Part, Fate>()
  const standing = parts.filter((part) => {
    const over = fateBehindLead(part, lead, leads) ?? laterCopy(part, parts)
    if (over) fates.set(part, over)
    return over === undefined
  })
  const inOrder = standing.toSorted((a, b) => a.take.part - b.take.part)
  const shown: WireItem[] = []
  let next = 2
  let stop: string | undefined
  for (const part of inOrder) {
    const number = part.take.part
    if (stop === undefined && number > next)
      stop = `take ${next} has not come yet; take ${number} waits for it`
    next = number + 1
    const fate = stop === undefined ? fateOf(part) : { state: 'waits' as const, words: stop }
    fates.set(part, fate)
    if (fate.state === 'shown') shown.push(part.item)
    else if (fate.state === 'waits')
      stop ??= `take ${number} is kept closed; what follows waits for it`
  }
  return { whole: shown.length === 0 ? lead : wholeOf(lead, shown), fates }
}

function fateOf({ take, item }: Part): Fate {
  const held = heldBesidesTake(item)
  if (item.pubStatus === 'canceled')
    return { state: 'canceled', words: `take ${take.part} was withdrawn by the source` }
  if (item.pubStatus !== 'usable') return { state: 'waits' }
  return held.length > 0 ? { state: 'waits' } : { state: 'shown' }
}

/** A part stands behind its story's headline and needs none; that it continues it is seen to. */
export function heldBesidesTake({ standfirst }: WireItem): string[] {
  return standfirst.held.filter(
    (reason) => ![takeFirst, matchFirst, noHeadlineGiven].includes(reason),
  )
}

/** Replaced by a writethru, or contained in a new lead that repeats it. */
function fateBehindLead(
  { take, created, item }: Part,
  lead: WireItem,
  leads: readonly WireItem[],
): Fate | undefined {
  const writethru = leads.find(
    (one) =>
      one.standfirst.signals.some(({ kind }) => kind === 'replace') &&
      (one.versionCreated ?? '') >= created,
  )
  if (writethru) return { state: 'replaced', words: `a new lead has replaced take ${take.part}` }
  const own = paragraphsOf(item.standfirst.body)
  const known = new Set(paragraphsOf(lead.standfirst.body))
  if (own.length === 0 || !own.every((paragraph) => known.has(paragraph))) return undefined
  return { state: 'replaced', words: `the new lead contains take ${take.part}` }
}

/** The same part sent again as another message: the later one counts. */
function laterCopy(part: Part, parts: readonly Part[]): Fate | undefined {
  const rank = ({ created, item }: Part): string => `${created} ${item.uri}`
  const later = parts.some(
    (other) => other !== part && other.take.part === part.take.part && rank(other) > rank(part),
  )
  return later ? { state: 'replaced', words: `take ${part.take.part} was sent again` } : undefined
}

/** "(more)" at the foot of a part says only that another one follows. */
const more = /^\W*(?:more(?: follows)?|mehr folgt|\u00e0 suivre)\W*$/i

function wholeOf(lead: WireItem, shown: readonly WireItem[]): WireItem {
  const bodies = [lead, ...shown].map((item) => item.standfirst.body)
  const body = bodies.flatMap((one, at) => (at < bodies.length - 1 ? withoutMore(one) : one))
  const pictures = [lead, ...shown].flatMap(({ associations = [] }) => associations)
  const times = [lead, ...shown].flatMap(({ versionCreated = [] }) => versionCreated)
  const terms = [lead, ...shown].flatMap(({ usageTerms = [] }) => usageTerms)
  const embargoes = [lead, ...shown].flatMap(({ embargoed = [] }) => embargoed)
  const expiries = [lead, ...shown].flatMap(({ expires = [] }) => expires).toSorted()
  const bars = [lead, ...shown].flatMap(({ standfirst }) => standfirst.barred ?? []).toSorted()
  const refuses = shown.some(({ standfirst }) => standfirst.policy?.machineUse === 'refused')
  const rights = [lead, ...shown].find(({ rightsInfo }) => rightsInfo?.['dataMining'] !== undefined)
  return {
    ...lead,
    ...last('versionCreated', times),
    ...(rights?.rightsInfo === undefined ? {} : { rightsInfo: rights.rightsInfo }),
    // An embargo on any part is one on the whole; of several the latest counts.
    ...last('embargoed', embargoes),
    ...(expiries[0] === undefined ? {} : { expires: expiries[0] }),
    ...(pictures.length === 0 ? {} : { associations: pictures }),
    ...(terms.length === 0 ? {} : { usageTerms: [...new Set(terms)].join('; ') }),
    bodies: [{ role: 'main', contentType: 'text/html', value: htmlOf(body) }],
    standfirst: {
      ...lead.standfirst,
      body,
      bodyText: textOf(body),
      ...(bars[0] === undefined ? {} : { barred: bars[0] }),
      ...(refuses ? { policy: { ...lead.standfirst.policy, machineUse: 'refused' } } : {}),
    },
  }
}

function withoutMore(body: Block[]): Block[] {
  const end = body.at(-1)
  return end?.kind === 'paragraph' && more.test(textOf([end])) ? body.slice(0, -1) : body
}

function last<K extends 'versionCreated' | 'embargoed'>(
  key: K,
  times: string[],
): { [P in K]?: string } {
  const latest = times.toSorted().at(-1)
  return latest === undefined ? {} : ({ [key]: latest } as { [P in K]: string })
}
