/** What a writer of one wire format is, and what a chain asks of the format. */
import type { Dispatch, Story } from '../story.ts'

export interface WireFormat {
  /** The name of its folder: `newsml-g2`. */
  name: string
  extension: string
  /** The town that its stories happen in, so that no two formats tell the same story. */
  place: string
  /** What it has fields or conventions for. */
  can: Need[]
  /** The item's identifier as the file gives it. */
  guid: (dispatch: Dispatch) => string
  write: (dispatch: Dispatch) => string
}

/**
 * `order`: tells the newer of two versions of an item. `revision`: says which version it is, so that
 * two of the same contradict each other. The others are fields and marks.
 */
export type Need =
  | 'order'
  | 'revision'
  | 'withheld'
  | 'canceled'
  | 'other status'
  | 'embargo'
  | 'embargo as written'
  | 'embargo without time'
  | 'public note'
  | 'private note'
  | 'correction mark'
  | 'advisory'
  | 'take'
  | 'writethru'
  | 'writethru as new message'
  | 'kill by reference'

/** What every structured format has a field for: which version it is, and until when nobody may see it. */
export const versionsAndEmbargoes: Need[] = [
  'order',
  'revision',
  'canceled',
  'other status',
  'embargo',
  'embargo as written',
  'embargo without time',
  'private note',
]

/** The same, where a story can also be held back for a while. */
export const allStatuses: Need[] = [...versionsAndEmbargoes, 'withheld']

/** What a format must be able to say so that the chain exists in it. */
export function needsOf(story: Story): Need[] {
  const steps = story.steps.filter(({ repeats }) => repeats === undefined)
  const needs = new Set<Need>()
  const versions = new Set<string>()
  for (const step of steps) {
    const version = `${step.item ?? 'a'} ${step.version ?? 1}`
    if (versions.has(version)) needs.add('revision')
    versions.add(version)
    if ((step.version ?? 1) > 1) needs.add('order')
    for (const need of stepNeeds(step)) needs.add(need)
  }
  return [...needs]
}

function stepNeeds(step: Story['steps'][number]): Need[] {
  const status = step.status ?? 'usable'
  const asked: [boolean, Need][] = [
    [status === 'withheld', 'withheld'],
    [status === 'canceled', 'canceled'],
    [!['usable', 'withheld', 'canceled'].includes(status), 'other status'],
    [step.embargo === '', 'embargo without time'],
    [/^\d{4}-.*Z$/.test(step.embargo ?? ''), 'embargo'],
    [Boolean(step.embargo) && !/^\d{4}-.*Z$/.test(step.embargo ?? ''), 'embargo as written'],
    [step.publicNote !== undefined, 'public note'],
    [step.privateNote !== undefined && step.status === undefined, 'private note'],
    [step.signal === 'correction' && step.publicNote === undefined, 'correction mark'],
    [step.advisory !== undefined, 'advisory'],
    [step.take !== undefined, 'take'],
    [step.writethru !== undefined && step.item === undefined, 'writethru'],
    [step.writethru !== undefined && step.item !== undefined, 'writethru as new message'],
    [step.stops !== undefined, 'kill by reference'],
  ]
  return asked.filter(([isAsked]) => isAsked).map(([, need]) => need)
}
