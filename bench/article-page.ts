import { get } from 'node:http'
import { freePort, startPostgres } from '../test/database/postgres-server.ts'
import type { Figure } from './figures.ts'
import { figureOf, inTurn, median } from './figures.ts'
import type { LoadResult } from './processes/load.process.ts'
import type { Bench, Helper } from './processes.ts'
import type { MeasuredSite } from './site.ts'
import { mostDiscussed, startSite } from './site.ts'

const pairs = 5
const loadedFor = 1500
/** The bar of the first edition, at 32 connections. */
const bar = 0.8

/** Headers that say what the bytes are and how to keep them; the floor sends these too. */
const ofTheContent = [
  'content-type',
  'content-length',
  'content-encoding',
  'etag',
  'cache-control',
  'vary',
]

/**
 * The article page that is kept, against a bare server that sends the very same bytes. On PostgreSQL
 * it costs a round trip besides: others may have written.
 */
export async function articlePages(bench: Bench): Promise<Figure[]> {
  const onFile = await articlePage(bench, await startSite(bench), [1, 32, 128])
  const postgres = await startPostgres()
  try {
    const site = await startSite(bench, postgres.url)
    const figures = await articlePage(bench, site, [1, 32])
    site.process.end()
    return [
      ...onFile,
      ...figures.map(({ bar: _, ...figure }) => ({
        ...figure,
        name: figure.name.replace('page,', 'page on PostgreSQL,'),
      })),
    ]
  } finally {
    postgres.stop()
  }
}

async function articlePage(
  bench: Bench,
  site: MeasuredSite,
  connectionCounts: number[],
): Promise<Figure[]> {
  const path = await mostDiscussed(site.origin)
  const page = await compressed(site.origin + path)
  const floorProcess = bench.start('processes/floor-page.process.ts')
  const floor = await floorProcess.ask<number>({ port: await freePort(), ...page })
  const sides = {
    floor: { port: floor, server: floorProcess },
    site: { port: site.port, server: site.process },
  }
  const load = (side: keyof typeof sides, connections: number) =>
    loaded(sides[side].server, () =>
      bench.load({ port: sides[side].port, connections, ms: loadedFor, path }),
    )
  for (const side of ['floor', 'site'] as const) await load(side, 32)
  const figures: Figure[] = []
  for (const connections of connectionCounts) {
    const results = await inTurn(
      pairs,
      () => load('floor', connections),
      () => load('site', connections),
    )
    const rates = results.map((pair) => ({
      site: pair.site.perSecond,
      floor: pair.floor.perSecond,
    }))
    const name = `article page, ${connections} connection${connections === 1 ? '' : 's'}`
    figures.push({
      ...figureOf({ group: 'article-page', name, unit: 'pages/s' }, rates),
      ...(connections === 32 ? { bar: { least: bar } } : {}),
      more: {
        'p99 ms': median(results.map((pair) => pair.site.p99)),
        'floor p99 ms': median(results.map((pair) => pair.floor.p99)),
        'µs of processor a page': median(results.map((pair) => pair.site.processor)),
        'floor µs': median(results.map((pair) => pair.floor.processor)),
        'not answered': results.reduce((sum, pair) => sum + pair.site.refused, 0),
      },
    })
  }
  return figures
}

/** A load, and what one answer of it took of the server's processor time: steadier than rates. */
async function loaded(server: Helper, load: () => Promise<LoadResult>) {
  const before = await server.ask<number>({})
  const result = await load()
  return { ...result, processor: ((await server.ask<number>({})) - before) / result.answers }
}

/** The page as a browser gets it: Brotli, not unpacked. */
function compressed(url: string): Promise<{ headers: Record<string, string>; body: Uint8Array }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
      const chunks: Uint8Array[] = []
      response.on('data', (chunk: Uint8Array) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const headers = Object.fromEntries(
          ofTheContent.map((name) => [name, String(response.headers[name])]),
        )
        resolve({ headers, body: Buffer.concat(chunks) })
      })
    }).on('error', reject)
  })
}
