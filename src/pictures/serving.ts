import type { Database } from '../database/database.ts'
import * as files from './files.queries.ts'
import { reasonsAgainst } from './offering/offering.ts'
import { isOpen, offersOf } from './offering/offers.ts'
import type { Format, PictureFacts } from './picture.ts'
import * as queries from './pictures.queries.ts'
import { contentTypes, endings } from './rendition-address.ts'

/** What an address of a rendition leads to, as a reader may see it now. */
export type Rendition =
  | {
      bytes: () => Promise<Uint8Array | undefined>
      contentType: string
      /** What its rights holders tell machines, as headers. */
      forMachines: Record<string, string>
    }
  | { gone: string }

/**
 * The rendition at an address. Every request asks: the picture must be offered in a story that is
 * open. `gone`: readers could see it once. Undefined: they never could, or there is none.
 */
export async function renditionAt(
  db: Database,
  id: string,
  name: string,
  now: Date,
): Promise<Rendition | undefined> {
  if (!(await files.isMade(db, id, name))) return undefined
  const offers = await offersOf(db, [id])
  const shown = offers.find(
    ({ use, offer }) => reasonsAgainst(offer, now).length === 0 && isOpen(use, now),
  )
  if (shown) {
    const contentType = typeOf(name)
    const forMachines = headersFor(shown.offer.facts)
    return { bytes: () => files.renditionBytes(db, id, name), contentType, forMachines }
  }
  const uses = await queries.wholeUses(db, [id])
  const wasShown = uses.some(({ offered_at }) => offered_at !== null)
  return wasShown ? { gone: 'This picture is not shown any more.' } : undefined
}

/** The facts are those of all stories it stands in: one that reserves it reserves it for all. */
function headersFor({ isReserved, isUnlisted }: PictureFacts): Record<string, string> {
  return {
    ...(isReserved ? { 'tdm-reservation': '1' } : {}),
    ...(isUnlisted ? { 'x-robots-tag': 'noindex' } : {}),
  }
}

function typeOf(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1)
  const format = (Object.keys(endings) as Format[]).find((one) => endings[one] === ending)
  return format === undefined ? 'application/octet-stream' : contentTypes[format]
}
