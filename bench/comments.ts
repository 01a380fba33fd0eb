import { freePort } from '../test/database/postgres-server.ts'
import type { Figure } from './figures.ts'
import { figureOf, inTurn, median } from './figures.ts'
import type { LoadResult } from './processes/load.process.ts'
import type { Bench } from './processes.ts'
import type { MeasuredSite } from './site.ts'
import { mostDiscussed } from './site.ts'

const pairs = 5
const loadedFor = 1500

/** Comments taken and durable, against a server that inserts one row for each and nothing else. */
export async function comments(bench: Bench, site: MeasuredSite): Promise<Figure[]> {
  const article = await mostDiscussed(site.origin)
  const figures: Figure[] = []
  for (const commit of ['each', 'group'] as const) {
    const floor = await bench
      .start('processes/floor-comments.process.ts')
      .ask<number>({ port: await freePort(), folder: bench.folder(), commit })
    for (const connections of [1, 32]) {
      let run = 0
      const load = (port: number) =>
        bench.load({
          port,
          connections,
          ms: loadedFor,
          path: `${article}/comments`,
          run: `${commit} ${connections} ${++run}`,
        })
      await load(floor)
      await load(site.port)
      const results = await inTurn(
        pairs,
        () => load(floor),
        () => load(site.port),
      )
      figures.push(figureFor(commit, connections, results))
    }
  }
  return figures
}

function figureFor(
  commit: 'each' | 'group',
  clients: number,
  results: { floor: LoadResult; site: LoadResult }[],
): Figure {
  const rates = results.map(({ site, floor }) => ({ site: site.perSecond, floor: floor.perSecond }))
  const words = commit === 'each' ? 'one commit each' : 'group commit'
  const name = `comments, ${clients} client${clients === 1 ? '' : 's'}, floor with ${words}`
  return {
    ...figureOf({ group: 'comments', name, unit: 'comments/s' }, rates),
    more: {
      'p99 ms': median(results.map(({ site }) => site.p99)),
      'floor p99 ms': median(results.map(({ floor }) => floor.p99)),
      'not taken': results.reduce((sum, { site }) => sum + site.refused, 0),
    },
  }
}
