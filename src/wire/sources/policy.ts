import type { WireItem } from '../item.ts'
import type { Source } from './sources.ts'

/** In these words the gate keeps closed what a person has to let through. */
export const waitsForEditor = 'waits for an editor'

/** What a source's settings make of its items; kept with each item, as it was when it came. */
export interface Policy {
  /** What machines may make of the text, where that is less than everything. */
  machineUse?: 'refused' | 'extract'
  /** The source's word on data mining, where it stands above its items'. */
  dataMining?: 'reserved' | 'licensed'
  /** What the page tells search engines, where that is not to index it. */
  searchEngines?: 'noindex' | 'canonical'
  ordering?: 'counter' | 'time'
  /** Whether its pictures are taken; absent: as its format has it. */
  pictures?: 'take' | 'leave'
}

/** The item as its source's settings leave it. An item of a source that nobody made known stays as it is. */
export function underPolicy(item: WireItem, source: Source | undefined): WireItem {
  if (!source) return item
  return {
    ...item,
    ...(item.language === undefined && source.language !== undefined
      ? { language: source.language }
      : {}),
    ...(source.creditline === undefined ? {} : { creditline: source.creditline }),
    standfirst: { ...item.standfirst, policy: policyOf(source) },
  }
}

/** The item, closed until a person lets it through. */
export function heldForEditor(item: WireItem): WireItem {
  const { standfirst } = item
  return { ...item, standfirst: { ...standfirst, held: [...standfirst.held, waitsForEditor] } }
}

function policyOf({ summary, searchEngines, ordering, pictures, dataMining }: Source): Policy {
  const machineUse = { off: 'refused', extract: 'extract', model: undefined } as const
  const allowed = machineUse[summary]
  return {
    ...(allowed === undefined ? {} : { machineUse: allowed }),
    ...(dataMining === undefined ? {} : { dataMining }),
    ...(searchEngines === 'index' ? {} : { searchEngines }),
    ...(ordering === undefined ? {} : { ordering }),
    ...(pictures === undefined ? {} : { pictures }),
  }
}
