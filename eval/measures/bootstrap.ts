import { mean } from './metrics.ts'

/** A figure with its 95 % interval. */
export interface Interval {
  value: number
  low: number
  high: number
}

const resamples = 400

/**
 * The interval of a figure by bootstrap over articles: whole articles are drawn with replacement,
 * since what is said about one article is not independent. The same draws on every machine.
 */
export function bootstrap<Row extends { cluster: string }>(
  rows: readonly Row[],
  figure: (rows: readonly Row[]) => number,
): Interval {
  const clusters = [...Map.groupBy(rows, (row) => row.cluster).values()]
  const random = generator(rows.length)
  const values: number[] = []
  for (let draw = 0; draw < resamples; draw++) {
    const drawn = clusters.flatMap(() => clusters[Math.floor(random() * clusters.length)] ?? [])
    const value = figure(drawn)
    if (!Number.isNaN(value)) values.push(value)
  }
  values.sort((a, b) => a - b)
  const at = (share: number) => values[Math.floor(share * (values.length - 1))] ?? NaN
  return { value: figure(rows), low: at(0.025), high: at(0.975) }
}

export function meanInterval(rows: readonly { cluster: string; value: number }[]): Interval {
  return bootstrap(rows, (some) => mean(some.map(({ value }) => value)))
}

/** Lehmer's generator (Park and Miller 1988). */
function generator(seed: number): () => number {
  let state = (seed % 2147483646) + 1
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
