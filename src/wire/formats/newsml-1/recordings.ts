/** Films and sounds in NewsML 1: components whose ContentItem has an Href to one (Belga). */
import * as fill from '../../reading/fill-item.ts'
import type { Association, Rendition, WireItem } from '../../item.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { all, attribute, descendants, first, line, lineAt } from '../../xml/xml-tree.ts'
import { stated } from '../../reading/stated.ts'

type Kind = 'video' | 'audio'

interface Recording {
  kind: Kind
  rendition: Rendition
  /** The nearest component that has lines of its own and no text but a title: what it says is the recording's. */
  about: Element | undefined
}

/** Beside a text they are the story's recordings; without one the first is the item itself. */
export function readRecordings(out: WireItem, item: Element, hasText: boolean): void {
  const recordings = recordingsIn(item)
  const [main] = recordings
  if (main && !hasText) {
    out.type = main.kind
    out.renditions = recordings
      .filter(({ kind }) => kind === main.kind)
      .map(({ rendition }) => rendition)
    fill.description(out, textIn(item), 'caption')
  }
  const beside = hasText ? recordings : recordings.filter(({ kind }) => kind !== main?.kind)
  for (const recording of beside) (out.associations ??= []).push(associationOf(recording))
}

/** Headlines and credits of recordings beside a text, which are none of the story's. */
export function linesOfRecordings(item: Element): Element[] {
  const abouts = new Set(recordingsIn(item).map(({ about }) => about))
  return [...abouts].flatMap((about) => all(about, 'NewsLines'))
}

function associationOf({ kind, rendition, about }: Recording): Association {
  const lines = first(about, 'NewsLines')
  const values = {
    headline: lineAt(lines, 'HeadLine'),
    creditline: lineAt(lines, 'CreditLine'),
    copyrightNotice: lineAt(lines, 'CopyrightLine'),
  }
  return {
    rel: kind,
    type: kind,
    ...stated(values),
    renditions: [rendition],
  }
}

function recordingsIn(item: Element): Recording[] {
  const found: Recording[] = []
  const visit = (component: Element, above: Element[]): void => {
    const path = [component, ...above]
    for (const content of all(component, 'ContentItem')) {
      const recording = recordingOf(content)
      if (recording) found.push({ ...recording, about: path.slice(0, 2).find(saysOnlyItsTitle) })
    }
    for (const inner of all(component, 'NewsComponent')) visit(inner, path)
  }
  for (const component of all(item, 'NewsComponent')) visit(component, [])
  return found
}

function saysOnlyItsTitle(component: Element): boolean {
  return first(component, 'NewsLines') !== undefined && textIn(component) === undefined
}

/** The text below a component that is no title of something. */
function textIn(component: Element): string | undefined {
  const holders = [component, ...descendants(component, 'NewsComponent')]
  const texts = holders
    .filter((one) => !/^title$/i.test(attribute(first(one, 'Role'), 'FormalName') ?? ''))
    .flatMap((one) => all(one, 'ContentItem'))
    .map((content) => line(first(content, 'DataContent')))
  return texts.find((text) => text !== undefined)
}

const kindsByFormat: [kind: Kind, format: RegExp][] = [
  ['audio', /^audio\/|^(?:mpeg-?(?:audio|layer-?)?3|mp3|wav|ogg|aac)$/i],
  ['video', /^video\/|^(?:mpeg-?[124]|mp4|mov|quicktime|webm|wmv|flv)$/i],
]

function recordingOf(content: Element): Omit<Recording, 'about'> | undefined {
  const href = attribute(content, 'Href')
  const mime = attribute(first(content, 'MimeType'), 'FormalName')
  const formats = [mime, attribute(first(content, 'Format'), 'FormalName')]
  const kind = kindsByFormat.find(([, format]) =>
    formats.some((one) => one !== undefined && format.test(one)),
  )?.[0]
  if (!href || kind === undefined) return undefined
  const rendition: Rendition = { name: 'main', href }
  if (mime?.startsWith(`${kind}/`)) rendition.contentType = mime
  const size = Number(lineAt(content, 'Characteristics', 'SizeInBytes'))
  if (size > 0) rendition.sizeInBytes = size
  return { kind, rendition }
}
