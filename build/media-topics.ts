/**
 * Writes src/wire/topics/media-topics.txt from IPTC's own file of Media Topics:
 * `npm run topics -- cptall-en-GB.json`. The comment at its head stays.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What is read of a topic in the file. */
export interface Topic {
  uri: string
  retired?: string
  /** Names and notes by language. */
  prefLabel?: Record<string, string>
  changeNote?: Record<string, string>
  broader?: string[]
  exactMatch?: string[]
  closeMatch?: string[]
}

/**
 * How near a topic is to a Subject Code, nearest first. `broadMatch` is not among them: it says that
 * the code is wider than the topic, so that the topic would say more than the code did.
 */
const matches = ['exactMatch', 'closeMatch'] as const

/**
 * A line for each Subject Code and each retired Media Topic that another topic stands for: `=` where it
 * means the same, `<` where it is only the nearest one above.
 */
export function linesOf(concepts: Topic[]): string[] {
  const known = new Map(concepts.map((topic) => [topic.uri, topic]))
  const found = new Map<string, string>()
  const note = (code: string | undefined, topic: Topic): void => {
    const { now, isSame } = inUse(topic, known)
    if (code === undefined || now === undefined || codeOf(now) === code) return
    const same = found.get(code)?.startsWith('=')
    if (!found.has(code) || (isSame && !same))
      found.set(code, `${isSame ? '=' : '<'} ${words(now)}`)
  }
  for (const match of matches) {
    for (const topic of concepts)
      for (const uri of topic[match] ?? []) note(/\/subjectcode\/(\d{8})$/.exec(uri)?.[1], topic)
  }
  for (const topic of concepts) {
    // The two vocabularies have their 17 top levels in common.
    if ((topic.broader ?? []).length === 0 && topic.retired === undefined)
      found.set(codeOf(topic), `= ${words(topic)}`)
    if (topic.retired !== undefined) note(codeOf(topic), topic)
  }
  return [...found].map(([code, rest]) => `${code} ${rest}`).toSorted()
}

/** The topic that is used for it now: what its note names, or else the one above it. */
function inUse(topic: Topic, known: Map<string, Topic>, seen = new Set<Topic>()): Now {
  if (topic.retired === undefined) return { now: topic, isSame: true }
  if (seen.has(topic)) return { isSame: false }
  seen.add(topic)
  const named = (topic.changeNote?.['en-GB'] ?? '').match(/\b2\d{7}\b/g) ?? []
  // Of several that the note leaves to choose from, none can be told to mean the same.
  const only = new Set(named).size === 1 ? known.get(addressOf(topic, named[0] ?? '')) : undefined
  const next = only ?? known.get(topic.broader?.[0] ?? '')
  if (next === undefined) return { isSame: false }
  const found = inUse(next, known, seen)
  return { ...found, isSame: found.isSame && only !== undefined }
}

interface Now {
  now?: Topic
  isSame: boolean
}

function addressOf({ uri }: Topic, code: string): string {
  return uri.replace(/\d{8}$/, code)
}

function codeOf({ uri }: Topic): string {
  return uri.slice(-8)
}

function words(topic: Topic): string {
  return [codeOf(topic), topic.prefLabel?.['en-GB']].filter(Boolean).join(' ')
}

const [, script, file] = process.argv
if (script === import.meta.filename) {
  if (file === undefined) throw new Error('Name the JSON file of Media Topics.')
  const { conceptSet } = JSON.parse(readFileSync(file, 'utf8')) as { conceptSet: Topic[] }
  const list = join(import.meta.dirname, '../src/wire/topics/media-topics.txt')
  const head = readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('#'))
  const lines = linesOf(conceptSet)
  writeFileSync(list, `${[...head, ...lines].join('\n')}\n`)
  process.stdout.write(`${lines.length} codes have a Media Topic.\n`)
}
