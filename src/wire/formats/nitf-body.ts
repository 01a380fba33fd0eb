/** The text of an NITF document, and the media objects that stand in it. */
import type { Block } from '../../articles/body.ts'
import type { Association, Notice, WireItem } from '../item.ts'
import { blocksOf } from '../markup.ts'
import type { Element } from '../xml-tree.ts'
import { attribute, descendants, first, line } from '../xml-tree.ts'

export function readNitfBody(out: WireItem, nitf: Element): { blocks: Block[]; notices: Notice[] } {
  const body = first(nitf, 'body')
  const content = first(body, 'body.content')
  const { blocks, notices } = blocksOf(content ?? body ?? nitf)
  for (const media of descendants(content, 'media')) {
    const association = mediaOf(media)
    if (association) (out.associations ??= []).push(association)
  }
  return { blocks, notices }
}

function mediaOf(media: Element): Association | undefined {
  const references = descendants(media, 'media-reference')
  const renditions = references.flatMap((reference) => {
    const href = attribute(reference, 'source')
    if (!href) return []
    const contentType = attribute(reference, 'mime-type')
    const name = attribute(reference, 'name') ?? 'main'
    return [{ name, href, ...(contentType?.includes('/') ? { contentType } : {}) }]
  })
  const caption = line(descendants(media, 'media-caption')[0])
  const by = line(descendants(media, 'media-producer')[0])
  if (renditions.length === 0 && caption === undefined) return undefined
  const type = attribute(media, 'media-type') ?? 'picture'
  return {
    rel: 'media',
    type: type === 'image' || type === 'photo' ? 'picture' : type,
    ...(caption === undefined ? {} : { description: caption }),
    ...(by === undefined ? {} : { by }),
    renditions,
  }
}
