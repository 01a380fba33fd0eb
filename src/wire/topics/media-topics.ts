/**
 * The Media Topics that IPTC's old Subject Codes and its retired Media Topics mean: read from the list
 * beside it, when first asked.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface MediaTopic {
  /** Its eight digits. */
  code: string
  /** In English; undefined where the list has none. */
  name: string | undefined
}

/** What a list says of a code: the topic, and whether it means the same or is only the one above. */
type Meanings = ReadonlyMap<string, MediaTopic & { isSame: boolean }>

let meanings: Meanings | undefined

/**
 * The Media Topic that means the same as a Subject Code, or as a Media Topic that is retired, of eight
 * digits; undefined for none.
 */
export function topicFor(code: string): MediaTopic | undefined {
  const found = meaningOf(code)
  return found?.isSame === true ? { code: found.code, name: found.name } : undefined
}

/**
 * The nearest Media Topic above a code that has none of its own. Of Subject Codes, 15014003 is a detail
 * of the matter 15014000, which is one of the subject 15000000.
 */
export function broaderTopicFor(code: string): MediaTopic | undefined {
  const own = meaningOf(code)
  if (own !== undefined) return own.isSame ? undefined : { code: own.code, name: own.name }
  // Only Subject Codes say by their digits what stands above them; Media Topics begin with 2.
  if (code.startsWith('2')) return undefined
  const above = [`${code.slice(0, 5)}000`, `${code.slice(0, 2)}000000`]
  return above.map(meaningOf).find((topic) => topic !== undefined)
}

function meaningOf(code: string): (MediaTopic & { isSame: boolean }) | undefined {
  meanings ??= readTopics(readFileSync(join(import.meta.dirname, 'media-topics.txt'), 'utf8'))
  return meanings.get(code)
}

/** Lines of a code, a sign, the topic's code and its name, by the first code; others are for people. */
export function readTopics(text: string): Meanings {
  const lines = [...text.matchAll(/^(\d{8}) ([=<]) (\d{8})(?: (.+))?$/gm)]
  return new Map(
    lines.map(([, old = '', sign, code = '', name]) => [old, { code, name, isSame: sign === '=' }]),
  )
}
