/** What was measured, next to the floor of the same run. */
export interface Figure {
  group: string
  name: string
  unit: string
  site: number
  floor: number
  /** Site against floor, pair by pair. */
  ratio: Spread
  /** The ratio that is wanted; `least` where more is better. */
  bar?: { least: number } | { most: number }
  /** Whatever else is worth knowing, such as the slowest answers in milliseconds. */
  more?: Record<string, number>
}

export interface Spread {
  median: number
  min: number
  max: number
}

export interface Pair {
  site: number
  floor: number
}

/** The figure of several pairs: medians of both, and the ratios with their spread. */
export function figureOf(about: Pick<Figure, 'group' | 'name' | 'unit'>, pairs: Pair[]): Figure {
  return {
    ...about,
    site: median(pairs.map(({ site }) => site)),
    floor: median(pairs.map(({ floor }) => floor)),
    ratio: spreadOf(pairs.map(({ site, floor }) => site / floor)),
  }
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

function spreadOf(ratios: number[]): Spread {
  return { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) }
}

/** Runs both sides in turn, so that a machine that slows down slows both. */
export async function inTurn<T>(
  pairs: number,
  floor: () => Promise<T>,
  site: () => Promise<T>,
): Promise<{ floor: T; site: T }[]> {
  const results: { floor: T; site: T }[] = []
  for (let i = 0; i < pairs; i++) results.push({ floor: await floor(), site: await site() })
  return results
}

/** The table for people. */
export function tableOf(figures: Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    `${short(figure.site)} ${figure.unit}`,
    `${short(figure.floor)} ${figure.unit}`,
    `${short(figure.ratio.median)} (${short(figure.ratio.min)}–${short(figure.ratio.max)})`,
    [verdictOf(figure), ...moreOf(figure)].filter(Boolean).join(', '),
  ])
  const head = ['', 'site', 'floor', 'ratio (spread)', '']
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)))
  const line = (row: string[]) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd()
  return [head, ...rows].map(line).join('\n')
}

function verdictOf({ bar, ratio }: Figure): string {
  if (bar === undefined) return ''
  if ('least' in bar) return `bar ≥ ${bar.least}: ${ratio.median >= bar.least ? 'met' : 'NOT MET'}`
  return `bar ≤ ${bar.most}: ${ratio.median <= bar.most ? 'met' : 'NOT MET'}`
}

function moreOf({ more = {} }: Figure): string[] {
  return Object.entries(more).map(([name, value]) => `${name} ${short(value)}`)
}

/** Three figures that count. */
function short(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(3)))
}
