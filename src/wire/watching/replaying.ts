import type { IntakeLine, IntakeTools } from '../intake.ts'
import { placeAll } from '../intake.ts'
import { sourceNamed } from '../sources/sources.ts'
import * as queries from '../wire.queries.ts'

/**
 * Reads a delivery again from the byte store, with the parser of today. What was taken in before is
 * a duplicate; what is understood now is placed; what is not stays refused, with today's reason.
 */
export async function replayDelivery(
  id: string,
  tools: IntakeTools,
): Promise<IntakeLine[] | undefined> {
  const delivery = await queries.deliveryWithBytes(tools.engine.db, id)
  if (!delivery) return undefined
  const { bytes, source, channel, file_name: fileName } = delivery
  const known = await sourceNamed(tools.engine.db, source)
  const lines = await placeAll({ bytes, source, channel, fileName }, id, known, tools)
  // Only what was understood to the last item leaves the quarantine.
  if (lines.every(({ outcome }) => outcome !== 'refused'))
    await tools.engine.write((tx) => queries.setRefusal(tx, id, null))
  return lines
}
