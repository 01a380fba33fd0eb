import type { Interval } from '../measures/bootstrap.ts'

/** A Markdown table; the first row is the head. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows
  const lines = [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`)
  return `${lines.join('\n')}\n`
}

/** `78.4 (73.9 to 82.6)`, in hundredths. */
export function percent({ value, low, high }: Interval): string {
  return `${hundredths(value)} (${hundredths(low)} to ${hundredths(high)})`
}

export function hundredths(share: number): string {
  return (100 * share).toFixed(1)
}
