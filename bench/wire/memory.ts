import type { Figure } from '../figures.ts'
import { figureOf } from '../figures.ts'
import type { Bench } from '../processes.ts'
import type { MemoryState } from './memory.process.ts'

/** What is taken in, usually and with `--whole`. */
const usually = 10_000
const whole = 100_000
const tenths = 10
/** More memory or more work in the last tenth than in the second: something grows. */
const flat = { most: 1.25 }
const barLength = 40

/**
 * Memory and pace of the intake on SQLite, tenth by tenth: the last against the second. The first
 * is left out, since V8 still compiles in it and the memories of words still fill.
 */
export async function memory(bench: Bench, isWhole: boolean): Promise<Figure[]> {
  const worker = bench.start('wire/memory.process.ts', {}, ['--expose-gc'])
  const folder = bench.folder()
  const count = (isWhole ? whole : usually) / tenths
  const states: MemoryState[] = []
  for (let i = 0; i < tenths; i++) {
    const state = await worker.ask<MemoryState>({ folder, count, from: i * count })
    states.push(state)
    process.stderr.write(`${lineOf(state, (i + 1) * count)}\n`)
  }
  const [, second, ...later] = states
  const last = later.at(-1)
  if (!second || !last) throw new Error('There are too few tenths.')
  const items = count * tenths
  const of = (name: string, unit: string, pick: (state: MemoryState) => number): Figure =>
    figureOf(
      { group: 'memory', name: `${name}, last tenth of ${items.toLocaleString('en')}`, unit },
      [{ site: pick(last), floor: pick(second) }],
    )
  return [
    { ...of('heap in use', 'MB', ({ heap }) => heap), bar: flat },
    { ...of('resident memory', 'MB', ({ resident }) => resident), bar: flat },
    { ...of('processor time of an item', 'ms', ({ processor }) => processor), bar: flat },
    of('items taken in', 'items/s', ({ itemsPerSecond }) => itemsPerSecond),
  ]
}

function lineOf({ heap, resident, itemsPerSecond }: MemoryState, items: number): string {
  const length = Math.min(barLength, Math.round(heap / 2))
  const bar = '█'.repeat(length).padEnd(barLength)
  const rest = `${heap.toFixed(1)} MB heap, ${resident.toFixed(0)} MB resident`
  return `${items.toLocaleString('en').padStart(8)} items ${bar} ${rest}, ${itemsPerSecond.toFixed(0)} items/s`
}
