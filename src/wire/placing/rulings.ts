import type { RulingsTable } from '../../database/schema.ts'
import type { WireItem } from '../item.ts'

/** In these words the gate keeps closed what the desk refused. */
export const refusedByDesk = 'the desk has decided not to publish it'

/** What an editor decided about an item while looking at one version of it. */
export interface Ruling {
  itemVersionId: string
  /** Reasons that no longer hold it, in the intake's words. */
  lifted: string[]
  embargoed?: string
  headline?: string
  refused: boolean
}

export function rulingOf(row: RulingsTable): Ruling {
  return {
    itemVersionId: row.item_version_id,
    lifted: JSON.parse(row.lifted) as string[],
    refused: row.refused_at !== null,
    ...(row.embargoed === null ? {} : { embargoed: row.embargoed }),
    ...(row.headline === null ? {} : { headline: row.headline }),
  }
}

interface Version {
  id: string
  item: WireItem
}

/**
 * The item as the desk's rulings leave it, for the gate to decide anew. A reason that was lifted
 * stays lifted in later versions unless it speaks of an embargo: that may be another one. Status is
 * beyond every ruling.
 */
export function ruled(
  version: Version,
  rulings: readonly Ruling[],
  versions: readonly Version[],
): WireItem {
  if (rulings.length === 0) return version.item
  let item = version.item
  for (const ruling of rulings) item = ruledBy(item, version, ruling, versions)
  const { held } = item.standfirst
  if (!rulings.at(-1)?.refused) return item
  return { ...item, standfirst: { ...item.standfirst, held: [...held, refusedByDesk] } }
}

function ruledBy(
  item: WireItem,
  version: Version,
  ruling: Ruling,
  versions: readonly Version[],
): WireItem {
  const isSame = version.id === ruling.itemVersionId
  const held = item.standfirst.held.filter(
    (reason) => !ruling.lifted.includes(reason) || (!isSame && /embargo/i.test(reason)),
  )
  const seen = versions.find(({ id }) => id === ruling.itemVersionId)?.item.embargoed
  const embargoed = embargoAfter(item, ruling, isSame || seen === version.item.embargoed)
  return {
    ...item,
    ...(embargoed === undefined ? {} : { embargoed }),
    headlines: headlinesAfter(item, ruling),
    standfirst: { ...item.standfirst, held },
  }
}

/** What the editor saw, the editor's time replaces; of that and a new embargo, the later counts. */
function embargoAfter(
  { embargoed }: WireItem,
  ruling: Ruling,
  isWhatWasSeen: boolean,
): string | undefined {
  if (ruling.embargoed === undefined) return embargoed
  if (isWhatWasSeen || embargoed === undefined) return ruling.embargoed
  // A new embargo that cannot be read stays, and keeps the item closed.
  return new Date(embargoed) < new Date(ruling.embargoed) ? ruling.embargoed : embargoed
}

function headlinesAfter({ headlines }: WireItem, { headline }: Ruling): WireItem['headlines'] {
  const hasOne = headlines.some(({ role, value }) => role !== 'sub' && value !== '')
  return hasOne || headline === undefined
    ? headlines
    : [{ role: 'main', value: headline }, ...headlines]
}
