import { availableParallelism } from 'node:os'
import { articlePages } from './article-page.ts'
import { comments } from './comments.ts'
import type { Figure } from './figures.ts'
import { tableOf } from './figures.ts'
import { pageBytes } from './page-bytes.ts'
import { Bench } from './processes.ts'
import { startSite } from './site.ts'
import { start } from './start.ts'
import { delivery } from './wire/delivery.ts'
import { intake } from './wire/intake.ts'
import { memory } from './wire/memory.ts'
import { parseRate } from './wire/parse-rate.ts'

const asked = process.argv.slice(2)
const asJson = asked.includes('--json')
/** Takes minutes more: all of the 100,000 items that memory is promised to stay flat over. */
const isWhole = asked.includes('--whole')

/** Everything that is measured, each against a floor of the same run. */
const measurements: Record<string, (bench: Bench) => Promise<Figure[]>> = {
  'article-page': articlePages,
  comments: async (bench) => comments(bench, await startSite(bench)),
  'parse-rate': parseRate,
  intake,
  delivery,
  memory: (bench) => memory(bench, isWhole),
  start,
  'page-bytes': async (bench) => pageBytes(await startSite(bench)),
}

const names = asked.filter((word) => !word.startsWith('--'))
const unknown = asked.find(
  (word) => !['--json', '--whole'].includes(word) && !Object.hasOwn(measurements, word),
)
if (unknown === undefined) await measureAll()
else {
  const known = Object.keys(measurements).join(', ')
  process.stderr.write(
    `There is no measurement ${unknown}. There are: ${known}; and --json, --whole.\n`,
  )
  process.exitCode = 1
}

async function measureAll(): Promise<void> {
  const figures: Figure[] = []
  for (const [name, measure] of Object.entries(measurements)) {
    if (names.length > 0 && !names.includes(name)) continue
    process.stderr.write(`Measuring ${name} …\n`)
    const measured = await clearingAway(measure)
    figures.push(...measured)
    if (!asJson) process.stdout.write(`\n${tableOf(measured)}\n\n`)
  }
  if (asJson) process.stdout.write(`${JSON.stringify(reportOf(figures), undefined, 2)}\n`)
}

async function clearingAway(measure: (bench: Bench) => Promise<Figure[]>): Promise<Figure[]> {
  const bench = new Bench()
  try {
    return await measure(bench)
  } finally {
    bench.end()
  }
}

function reportOf(figures: Figure[]) {
  return {
    node: process.version,
    cores: availableParallelism(),
    platform: process.platform,
    figures,
  }
}
