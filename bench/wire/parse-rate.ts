import { globSync } from 'node:fs'
import { join } from 'node:path'
import { places, skipWithout } from '../../test/data/test-data.ts'
import type { Figure } from '../figures.ts'
import { figureOf, inTurn, median } from '../figures.ts'
import type { Bench } from '../processes.ts'
import type { ParseJob, Side } from './parse-rate.process.ts'

const pairs = 5
/** V8 is done with compiling what reads one format after some three seconds of it, in turns. */
const turnsToCompile = 12
/** Half the speed of the parser below us, on one core. */
const bar = 0.5

/** Where wire files are; the first is part of this repository, the others may be absent. */
const sets = [
  { name: 'conformance', folder: join(import.meta.dirname, '../../conformance/chains') },
  { name: 'samples', folder: places.wire },
  { name: 'model page', folder: places.modelPage },
]

/** Files read into canonical items, against the parser alone on the same text; one core. */
export async function parseRate(bench: Bench): Promise<Figure[]> {
  const worker = bench.start('wire/parse-rate.process.ts')
  const figures: Figure[] = []
  for (const { name, folder } of sets) {
    const skip = skipWithout(folder)
    if (skip !== false) process.stderr.write(`Parse rate over ${name} is ${skip}\n`)
    else figures.push(...(await rateOver(worker.ask.bind(worker), name, folder)))
  }
  return figures
}

type Ask = <T>(job: ParseJob) => Promise<T>

async function rateOver(ask: Ask, set: string, folder: string): Promise<Figure[]> {
  const paths = globSync('**/*.{xml,json,rss,atom}', { cwd: folder })
    .filter((path) => !path.endsWith('expected.json'))
    .map((path) => join(folder, path))
  const kinds = await ask<Record<string, { files: number; bytes: number }>>({ load: paths })
  const figures: Figure[] = []
  for (const [kind, { files, bytes }] of Object.entries(kinds)) {
    const rate = (side: Side) => ask<number>({ side, kind })
    await rate('floor')
    await rate('site')
    const inPairs = () =>
      inTurn(
        pairs,
        () => rate('floor'),
        () => rate('site'),
      )
    const results = await inPairs()
    // Bodies in HTML have a parser of their own, which the first floor leaves out.
    const html = await rate('floor-html')
    // How long our own tree takes: what is left is making the item.
    const tree = await rate('tree')
    const body = await rate('body')
    for (let i = 0; i < turnsToCompile; i++) await rate('site')
    const compiled = await inPairs()
    const ours = median(results.map(({ site }) => site))
    figures.push({
      ...figureOf({ group: 'parse-rate', name: `${set}: ${kind}`, unit: 'MB/s' }, results),
      bar: { least: bar },
      more: {
        files,
        'KB each': bytes / files / 1000,
        'ratio with parse5 on its bodies': ours / html,
        'share of time for the tree': ours / tree,
        'ratio of the parser and the body alone': body / median(results.map((one) => one.floor)),
        'ratio once all is compiled': median(compiled.map(({ site, floor }) => site / floor)),
      },
    })
  }
  return figures
}
