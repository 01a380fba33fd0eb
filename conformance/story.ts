/** Invented stories as lists of neutral steps, and what one step sends and expects in one format. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One file of `stories/`. Texts may say `{place}`, the town of the format, and `{figure}`. */
export interface Story {
  chain: string
  /** What the chain is about, in one or two sentences. */
  about: string
  /** Its message number where a format counts messages; a second item has the next one. */
  number: number
  /** Who issued the identifiers, where a habit of that agency is the point of the chain. */
  issuer?: string
  story: Words
  steps: Step[]
}

export interface Words {
  headline: string
  slugline: string
  body: string[]
}

export interface Step extends Partial<Words> {
  name: string
  /** The step whose very bytes come again; nothing else but `expect` is given then. */
  repeats?: string
  /** `a` unless said otherwise; further items of the same story are `b`, `c`, … */
  item?: string
  version?: number
  created?: string
  /** `usable` unless said otherwise. */
  status?: string
  /** As the wire writes it; empty for an embargo that is there but empty. */
  embargo?: string
  signal?: 'update' | 'correction'
  /** A correction in words for readers. */
  publicNote?: string
  /** A note to editors that no reader may see. */
  privateNote?: string
  /** The line to editors of an update that comes as a new item. */
  advisory?: string
  take?: number
  writethru?: number
  /** The item that this message kills. */
  stops?: string
  figure?: string
  /** Paragraphs below those of the story. */
  addedBody?: string[]
  expect: Expected
}

/** The public state after a step. What is absent is not asked. */
export interface Expected {
  /** Readers can open the story. */
  visible: boolean
  /** It was public and its address says that it is gone (410). */
  gone?: boolean
  /** How many stories of this chain readers can open. */
  stories: number
  headline?: string
  /** Phrases that the page has. */
  shows?: string[]
  /** Phrases that are nowhere public: no page, list, feed, search. */
  hides?: string[]
  /** The words of the correction that the page has; true where any words will do. */
  correction?: string | true
  /** The figure that the page has. */
  figure?: string
}

/** What one step sends, with everything filled in: all that a writer needs. */
export interface Dispatch extends Words {
  chain: string
  item: string
  /** The name of the item within its issuer: `nitf-kill-a`. */
  id: string
  number: number
  issuer: string
  place: string
  version: number
  created: string
  firstCreated: string
  status: string
  byline: string
  dateline: string
  embargo?: string
  signal?: 'update' | 'correction'
  publicNote?: string
  privateNote?: string
  advisory?: string
  take?: number
  writethru?: number
  /** What it kills. */
  stops?: { id: string; number: number; slugline: string }
}

/** What a format gives to a story: its name, and the town that its stories happen in. */
export interface Telling {
  name: string
  place: string
}

export const stories: Story[] = readdirSync(join(import.meta.dirname, 'stories'))
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(join(import.meta.dirname, 'stories', name), 'utf8')))
  .map((story) => story as Story)

export function dispatchOf(story: Story, step: Step, format: Telling): Dispatch {
  const { place } = format
  const fill = (text: string): string =>
    text.replaceAll('{place}', place).replaceAll('{figure}', step.figure ?? '')
  const item = step.item ?? 'a'
  const created = step.created ?? ''
  const body = [...(step.body ?? story.story.body), ...(step.addedBody ?? [])]
  const slugline = fill(step.slugline ?? story.story.slugline).replaceAll(' ', '-')
  const { chain, number } = story
  return {
    chain,
    item,
    id: idOf(format, chain, item),
    number: numberOf(number, item),
    issuer: story.issuer ?? 'meridian.example',
    place,
    version: step.version ?? 1,
    created,
    firstCreated: firstOf(story, item) ?? created,
    status: step.status ?? 'usable',
    headline: fill(step.headline ?? story.story.headline),
    slugline,
    body: body.map(fill),
    byline: 'Ilva Tarn',
    dateline: place.toUpperCase(),
    ...present('embargo', step.embargo),
    ...present('signal', step.signal),
    ...present('publicNote', step.publicNote && fill(step.publicNote)),
    ...present('privateNote', step.privateNote && fill(step.privateNote)),
    ...present('advisory', step.advisory && fill(step.advisory)),
    ...present('take', step.take),
    ...present('writethru', step.writethru),
    ...(step.stops === undefined
      ? {}
      : {
          stops: {
            id: idOf(format, chain, step.stops),
            number: numberOf(number, step.stops),
            slugline,
          },
        }),
  }
}

/**
 * The expected state in the words of one format. A closed story hides all that its item said so far,
 * and a visible one shows its own headline unless the step names another.
 */
export function expectedOf(story: Story, step: Step, format: Telling): Expected {
  const fill = (text: string): string => text.replaceAll('{place}', format.place)
  const { expect } = step
  const sent = story.steps
    .slice(0, story.steps.indexOf(step) + 1)
    .filter(({ repeats }) => repeats === undefined)
    .map((one) => dispatchOf(story, one, format))
  const own = expect.visible ? [] : sent.flatMap(({ headline, body }) => [headline, body[0] ?? ''])
  const hides = [...new Set([...(expect.hides ?? []).map(fill), ...own])]
  const isOneItem = new Set(sent.map(({ item }) => item)).size === 1
  const latest = step.repeats === undefined && isOneItem ? sent.at(-1)?.headline : undefined
  const headline = expect.headline === undefined ? latest : fill(expect.headline)
  const correction =
    typeof expect.correction === 'string' ? fill(expect.correction) : expect.correction
  return {
    visible: expect.visible,
    ...present('gone', expect.gone),
    stories: expect.stories,
    ...present('headline', expect.visible ? headline : undefined),
    ...present('figure', expect.figure),
    ...present('correction', correction),
    ...present('shows', expect.shows?.map(fill)),
    ...present('hides', hides.length > 0 ? hides : undefined),
  }
}

function idOf({ name }: Telling, chain: string, item: string): string {
  return `${name}-${chain}-${item}`
}

function numberOf(number: number, item: string): number {
  return number + item.charCodeAt(0) - 'a'.charCodeAt(0)
}

/** When the item began, whichever of its versions is sent first. */
function firstOf(story: Story, item: string): string | undefined {
  const times = story.steps
    .filter((step) => (step.item ?? 'a') === item)
    .flatMap(({ created }) => (created === undefined ? [] : [created]))
  return times.sort()[0]
}

function present<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V })
}
