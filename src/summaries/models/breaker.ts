/** After so many failures in a row no more is asked … */
const fewestFailures = 5
/** … for so long, in milliseconds; then one request tries whether it works again. */
const rest = 60_000

/** Leaves an endpoint alone that fails again and again. */
export class Breaker {
  #failures = 0
  #openedAt: number | undefined
  #isTrying = false

  /** Whether a request may go out now. One that may must end in one of the three below. */
  allows(now: Date): boolean {
    if (this.#openedAt === undefined) return true
    if (this.#isTrying || now.getTime() - this.#openedAt < rest) return false
    this.#isTrying = true
    return true
  }

  /** The request that was allowed did not go out after all. */
  released(): void {
    this.#isTrying = false
  }

  succeeded(): void {
    this.#failures = 0
    this.#openedAt = undefined
    this.#isTrying = false
  }

  failed(now: Date): void {
    this.#failures++
    this.#isTrying = false
    if (this.#failures >= fewestFailures) this.#openedAt = now.getTime()
  }
}
