/** The Media Topics that IPTC's old Subject Codes mean: read from the list beside it, when first asked. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface MediaTopic {
  /** Its eight digits. */
  code: string
  /** In English; undefined where the list has none. */
  name: string | undefined
}

let topics: ReadonlyMap<string, MediaTopic> | undefined

/** The Media Topic that means the same as a Subject Code of eight digits; undefined for none. */
export function topicFor(subjectCode: string): MediaTopic | undefined {
  topics ??= readTopics(readFileSync(join(import.meta.dirname, 'media-topics.txt'), 'utf8'))
  return topics.get(subjectCode)
}

/**
 * The Media Topic of the nearest Subject Code above: 15014003 is a detail of the matter 15014000, which
 * is one of the subject 15000000.
 */
export function broaderTopicFor(subjectCode: string): MediaTopic | undefined {
  const above = [`${subjectCode.slice(0, 5)}000`, `${subjectCode.slice(0, 2)}000000`]
  return above.map(topicFor).find((topic) => topic !== undefined)
}

/** Lines of two codes and a name, by the first code; other lines say something to people. */
export function readTopics(text: string): ReadonlyMap<string, MediaTopic> {
  const lines = [...text.matchAll(/^(\d{8}) (\d{8})(?: (.+))?$/gm)]
  return new Map(lines.map(([, old = '', code = '', name]) => [old, { code, name }]))
}
