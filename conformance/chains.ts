/** The chains: every story in every format that can tell it, as files and as they are committed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Expected, Story } from './story.ts'
import { dispatchOf, expectedOf, stories } from './story.ts'
import { afpCore, apMedia, dpaDigitalWires, reutersConnect } from './write-formats/agency-json.ts'
import { atom, jsonFeed, rss } from './write-formats/feeds.ts'
import type { WireFormat } from './write-formats/format.ts'
import { needsOf } from './write-formats/format.ts'
import { newsMl1 } from './write-formats/newsml-1.ts'
import { newsMlG2 } from './write-formats/newsml-g2.ts'
import { ninjs1, ninjs2, ninjs3 } from './write-formats/ninjs.ts'
import { nitf } from './write-formats/nitf.ts'
import { anpa1312, iptc7901 } from './write-formats/teletype.ts'

export const formats: WireFormat[] = [
  newsMlG2,
  newsMl1,
  nitf,
  ninjs1,
  ninjs2,
  ninjs3,
  apMedia,
  afpCore,
  dpaDigitalWires,
  reutersConnect,
  iptc7901,
  anpa1312,
  rss,
  atom,
  jsonFeed,
]

/** `expected.json`: one chain in one format, for whoever plays it. */
export interface Chain {
  chain: string
  format: string
  about: string
  /** One word that every text of the chain has; a search for it finds the story. */
  word: string
  /** The identifiers of its items as the files give them. */
  guids: Record<string, string>
  steps: ChainStep[]
}

export interface ChainStep {
  /** The file that is delivered, in the same folder. */
  file: string
  item: string
  after: Expected
}

export const chainsFolder = join(import.meta.dirname, 'chains')

/** Every committed chain, in the order of names. */
export function committedChains(): Chain[] {
  return readdirSync(chainsFolder)
    .sort()
    .flatMap((chain) =>
      formats
        .map(({ name }) => name)
        .filter((format) => readdirSync(join(chainsFolder, chain)).includes(format))
        .map((format) => join(chainsFolder, chain, format, 'expected.json')),
    )
    .map((path) => JSON.parse(readFileSync(path, 'utf8')) as Chain)
}

export function pathOf({ chain, format }: Chain, file: string): string {
  return join(chainsFolder, chain, format, file)
}

/** Every file of the set by its path in `chains/`, as the writers make it. */
export function writtenFiles(): Map<string, string> {
  const files = new Map<string, string>()
  for (const story of stories) {
    const needs = needsOf(story)
    for (const format of formats.filter(({ can }) => needs.every((need) => can.includes(need))))
      writeChain(story, format, files)
  }
  return files
}

function writeChain(story: Story, format: WireFormat, files: Map<string, string>): void {
  const folder = `${story.chain}/${format.name}`
  const written = new Map<string, { text: string; item: string }>()
  const chain: Chain = {
    chain: story.chain,
    format: format.name,
    about: story.about,
    word: format.place,
    guids: {},
    steps: [],
  }
  story.steps.forEach((step, at) => {
    const dispatch = dispatchOf(story, step, format)
    const file = `${String(at + 1).padStart(2, '0')}-${step.name}.${format.extension}`
    const before = step.repeats === undefined ? undefined : written.get(step.repeats)
    const { text, item } = before ?? { text: format.write(dispatch), item: dispatch.item }
    written.set(step.name, { text, item })
    files.set(`${folder}/${file}`, text)
    if (!before) chain.guids[item] = format.guid(dispatch)
    chain.steps.push({ file, item, after: expectedOf(story, step, format) })
  })
  files.set(`${folder}/expected.json`, `${JSON.stringify(chain, undefined, 2)}\n`)
}
