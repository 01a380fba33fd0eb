import type { Engine } from '../../database/database.ts'
import type { Worker } from '../../jobs/jobs.ts'
import type { Decoding } from '../decoding/decoding.ts'
import * as files from '../files.queries.ts'
import { settleOffers } from '../offering/offers.ts'
import type { Focus, Format, MadeRendition } from '../picture.ts'
import { middle } from '../picture.ts'
import type { PictureRow } from '../pictures.queries.ts'
import * as queries from '../pictures.queries.ts'
import { formatsInOrder, makeLater, queues } from '../queues.ts'
import { makingKey } from '../rendition-address.ts'

export interface MakingTools {
  engine: Engine
  now: () => Date
  decoding: Pick<Decoding, 'renditionsOf'>
}

/**
 * How long renditions of a former crop are kept, in milliseconds: pages that name them may be open
 * in a browser that has yet to scroll.
 */
const keptFor = 24 * 3600 * 1000

interface Making {
  pictureId: string
  format: Format
  /** Its place in the queue, ISO 8601; JPEGs have none. */
  place?: string | undefined
}

/** Makes the sizes of one picture in one format, one picture at a time, and asks for the next format. */
export function makeWorker(tools: MakingTools): Worker {
  return {
    queue: queues.make,
    concurrency: 1,
    run: async (payload) => {
      const { pictureId, format, place } = payload as Making
      const row = await queries.pictureRow(tools.engine.db, pictureId)
      const original = row?.original
        ? await files.originalRow(tools.engine.db, row.original)
        : undefined
      if (!row || !original) return
      const key = makingKey(original.sha256, focusOf(row))
      const made = await tools.decoding.renditionsOf(
        { ...original, contentType: original.content_type },
        focusOf(row),
        format,
        key,
      )
      await keep(row, key, made, { format, place }, tools)
    },
  }
}

export function focusOf({ focus_x, focus_y }: PictureRow): Focus {
  return focus_x === null || focus_y === null ? middle : { x: focus_x, y: focus_y }
}

async function keep(
  row: PictureRow,
  key: string,
  made: (MadeRendition & { bytes: Uint8Array })[],
  { format, place }: Pick<Making, 'format' | 'place'>,
  { engine, now }: MakingTools,
): Promise<void> {
  const at = now()
  await engine.write(async (tx) => {
    const current = await queries.pictureRow(tx, row.id)
    // Another file or another crop was chosen meanwhile; its own turn comes.
    if (!current?.original || makingKey(current.original, focusOf(current)) !== key) return
    await files.keepRenditions(tx, row.id, made, at.toISOString())
    const others = (JSON.parse(current.renditions) as MadeRendition[]).filter(
      (one) => one.name.includes(`.${key}.`) && one.format !== format,
    )
    const all = [...others, ...made.map(({ bytes: _, ...facts }) => facts)]
    await queries.updatePicture(tx, row.id, { renditions: JSON.stringify(all) })
    const limit = new Date(at.getTime() - keptFor).toISOString()
    await files.dropOldRenditions(
      tx,
      row.id,
      limit,
      all.map(({ name }) => name),
    )
    const next = formatsInOrder[formatsInOrder.indexOf(format) + 1]
    const turn = place === undefined ? at : new Date(place)
    if (next) await makeLater(tx, row.id, next, at, turn)
    await settleOffers(tx, [row.id], at)
  })
}
