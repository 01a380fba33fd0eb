/** One thing with a label: a summary, or a sentence of a summary whose wrong sentence is known. */
export interface Instance {
  source: string
  faithful: boolean
  /** Numbers of its sentences. */
  claims: number[]
}

/** Where the training stands: the log odds of every sentence, and an intercept per source. */
export class Fit {
  readonly members: number[]
  readonly #instances: readonly Instance[]
  readonly #weights: Float64Array
  readonly #odds: Float64Array
  readonly #intercepts = new Map<string, number>()

  /** `odds` are those to start from. */
  constructor(instances: readonly Instance[], weights: Float64Array, odds: Float64Array) {
    this.#instances = instances
    this.#weights = weights
    this.#odds = odds
    this.members = [...new Set(instances.flatMap(({ claims }) => claims))]
    for (const { source } of instances) this.#intercepts.set(source, 0)
  }

  derivatives(): { first: Float64Array; second: Float64Array } {
    const first = new Float64Array(this.#odds.length)
    const second = new Float64Array(this.#odds.length)
    const sums = new Map([...this.#intercepts.keys()].map((source) => [source, { g: 0, h: 3 }]))
    for (const [number, { source, faithful, claims }] of this.#instances.entries()) {
      const intercept = this.#intercepts.get(source) as number
      const weight = this.#weights[number] as number
      const chances = claims.map((claim) => sigmoid((this.#odds[claim] as number) + intercept))
      const product = Math.min(
        1 - 1e-9,
        chances.reduce((all, chance) => all * chance, 1),
      )
      const outer = weight * (faithful ? -1 : product / (1 - product))
      for (const [at, claim] of claims.entries()) {
        const chance = chances[at] as number
        const g = outer * (1 - chance)
        const h = weight * Math.max(0.02, chance * (1 - chance))
        first[claim] = (first[claim] as number) + g
        second[claim] = (second[claim] as number) + h
        const sum = sums.get(source) as { g: number; h: number }
        sum.g += g
        sum.h += h
      }
    }
    for (const [source, { g, h }] of sums)
      this.#intercepts.set(source, (this.#intercepts.get(source) as number) - (0.3 * g) / h)
    return { first, second }
  }

  add(values: Float64Array): void {
    for (const [claim, value] of values.entries())
      this.#odds[claim] = (this.#odds[claim] as number) + value
  }

  base(): number {
    const intercepts = [...this.#intercepts.values()]
    return intercepts.reduce((sum, value) => sum + value, 0) / intercepts.length
  }
}

function sigmoid(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}
