/** Numbers of 0 up to 1, the same on every machine. */
export type Random = () => number

export function pick<T>(list: readonly T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)]
}

export function pickSome<T>(list: readonly T[], count: number, random: Random): T[] {
  return shuffled(list, random).slice(0, count)
}

export function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => [random(), item] as const)
    .toSorted((a, b) => a[0] - b[0])
    .map(([, item]) => item)
}

/** Marsaglia's xorshift, warmed up: neighbouring seeds begin alike. */
export function seeded(seed: number): Random {
  let state = seed * 2654435761
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 10; i++) next()
  return next
}
