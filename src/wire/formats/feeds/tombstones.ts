/** Tombstones of feeds (RFC 6721). A deleted entry asks an editor; it is no kill. */
import { completeItem } from '../../reading/complete-item.ts'
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import { NotReadable } from '../../xml/not-readable.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { attribute, first, line } from '../../xml/xml-tree.ts'
import type { Source } from '../source.ts'
import type { FeedFacts } from './text.ts'

/** The signal by which the intake knows what a feed says was deleted. */
export const deletedEntry = 'at:deleted-entry'

export function readTombstone(
  { title }: FeedFacts,
  deleted: Element,
  source: Source,
  format: string,
): WireItem {
  const uri = attribute(deleted, 'ref')
  if (!uri) throw new NotReadable(`The deleted entry of the ${format} feed does not say which.`)
  const when = attribute(deleted, 'when')
  const out = fill.blankItem({ uri, version: `deleted ${when ?? ''}`.trim(), format }, source)
  out.pubStatus = 'withheld'
  fill.time(out, 'versionCreated', when)
  fill.signal(out, 'withdraw', deletedEntry)
  fill.note(out, line(first(deleted, 'comment')))
  fill.hold(out, 'the feed says that this entry was deleted; decide whether it stays')
  return completeItem(out, [], { ...source, providers: [title] })
}
