/** A shuffle that every run repeats: Fisher and Yates over a linear congruential generator. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed * 2654435761
  const random = (below: number): number => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return Math.floor((state / 2 ** 32) * below)
  }
  const result = [...list]
  for (let i = result.length - 1; i > 0; i--) {
    const j = random(i + 1)
    ;[result[i], result[j]] = [result[j] as T, result[i] as T]
  }
  return result
}
