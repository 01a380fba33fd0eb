/** Beyond this many pairs to compare, what lies between equal ends counts as replaced in one piece. */
const mostPairs = 4_000_000

/**
 * Which lines of two texts are the same: pairs of positions in rising order, as many as there can
 * be (the longest common subsequence). Equal beginnings and ends are paired without comparing the
 * rest, so that an ordinary update costs nothing.
 */
export function aligned(before: readonly string[], after: readonly string[]): [number, number][] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++
  const middle = longest(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  )
  return [
    ...Array.from({ length: start }, (_, i): [number, number] => [i, i]),
    ...middle.map(([i, j]): [number, number] => [i + start, j + start]),
    ...Array.from({ length: end }, (_, i): [number, number] => [
      before.length - end + i,
      after.length - end + i,
    ]),
  ]
}

export interface Change {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** What an editor sees of two versions: every paragraph once, in the order of the later one. */
export function changesBetween(before: readonly string[], after: readonly string[]): Change[] {
  const changes: Change[] = []
  let [i, j] = [0, 0]
  for (const [a, b] of [...aligned(before, after), [before.length, after.length] as const]) {
    for (; i < a; i++) changes.push({ kind: 'removed', text: before[i] ?? '' })
    for (; j < b; j++) changes.push({ kind: 'added', text: after[j] ?? '' })
    if (a < before.length) changes.push({ kind: 'same', text: after[b] ?? '' })
    ;[i, j] = [a + 1, b + 1]
  }
  return changes
}

function longest(before: readonly string[], after: readonly string[]): [number, number][] {
  const width = after.length + 1
  if (before.length * after.length > mostPairs || before.length === 0) return []
  const lengths = new Uint32Array((before.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}
