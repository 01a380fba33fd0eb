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
  /** Names by language. */
  prefLabel?: Record<string, string>
  broader?: string[]
  exactMatch?: string[]
  closeMatch?: string[]
  broadMatch?: string[]
}

/** How near a topic is to a code, nearest first. */
const matches = ['exactMatch', 'closeMatch', 'broadMatch'] as const

/** A line for each Subject Code: the nearest Media Topic, for a retired one the topic above it. */
export function topicsBySubjectCode(concepts: Topic[]): string[] {
  const known = new Map(concepts.map((topic) => [topic.uri, topic]))
  const found = new Map<string, string>()
  for (const match of matches) {
    for (const topic of concepts) {
      const words = inWords(inUse(topic, known))
      for (const uri of topic[match] ?? []) {
        const code = /\/subjectcode\/(\d{8})$/.exec(uri)?.[1]
        if (code !== undefined && words !== undefined && !found.has(code)) found.set(code, words)
      }
    }
  }
  return [...found].map(([code, words]) => `${code} ${words}`).toSorted()
}

function inUse(topic: Topic | undefined, known: Map<string, Topic>): Topic | undefined {
  return topic?.retired === undefined ? topic : inUse(known.get(topic.broader?.[0] ?? ''), known)
}

function inWords(topic: Topic | undefined): string | undefined {
  const code = /\/mediatopic\/(\d{8})$/.exec(topic?.uri ?? '')?.[1]
  return code && [code, topic?.prefLabel?.['en-GB']].filter(Boolean).join(' ')
}

const [, script, file] = process.argv
if (script === import.meta.filename) {
  if (file === undefined) throw new Error('Name the JSON file of Media Topics.')
  const { conceptSet } = JSON.parse(readFileSync(file, 'utf8')) as { conceptSet: Topic[] }
  const list = join(import.meta.dirname, '../src/wire/topics/media-topics.txt')
  const head = readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('#'))
  const lines = topicsBySubjectCode(conceptSet)
  writeFileSync(list, `${[...head, ...lines].join('\n')}\n`)
  process.stdout.write(`${lines.length} Subject Codes have a Media Topic.\n`)
}
