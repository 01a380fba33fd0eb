/**
 * A message that takes another item down says two things: itself, and a version of the other item
 * that is canceled or withheld. The second is placed like any version, so that it holds whichever of
 * the two comes first (rules 16 and 17).
 */
import { blankItem } from './reading/fill-item.ts'
import type { Reading, WireItem } from './item.ts'

export function withStopped(reading: Reading): Reading {
  return { ...reading, items: reading.items.flatMap((item) => [item, ...stoppedBy(item)]) }
}

function stoppedBy(message: WireItem): WireItem[] {
  const { stops, format, source } = message.standfirst
  // A message without a time cannot be put in order, and would lose to every usable version.
  if (stops === undefined || message.versionCreated === undefined) return []
  const version = `stopped ${message.versionCreated} by ${message.uri}`
  const stopped = blankItem({ uri: stops.uri, version, format })
  stopped.pubStatus = stops.pubStatus
  stopped.versionCreated = message.versionCreated
  stopped.standfirst.source = source
  stopped.standfirst.signals = [{ kind: 'withdraw', value: message.uri }]
  return [stopped]
}
