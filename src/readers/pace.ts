/** How many networks are remembered at most; the oldest is forgotten first. */
const rememberedNetworks = 50_000

/**
 * A limit on how often one network may act, kept in memory only and never written down: a bucket
 * of `burst` actions that fills again at `perMinute`. IPv4 counts by /24, IPv6 by /56, since a
 * reader may have a whole network to hop through.
 */
export class Pace {
  readonly #burst: number
  readonly #perMinute: number
  readonly #buckets = new Map<string, { left: number; at: number }>()

  constructor(limits: { burst: number; perMinute: number }, factor = 1) {
    this.#burst = limits.burst * factor
    this.#perMinute = limits.perMinute * factor
  }

  /** Takes one action from the bucket; false when it is empty. */
  allows(address: string, now: Date): boolean {
    const network = networkOf(address)
    const time = now.getTime()
    const bucket = this.#buckets.get(network) ?? { left: this.#burst, at: time }
    const elapsed = Math.max(0, time - bucket.at)
    const left = Math.min(this.#burst, bucket.left + (elapsed / 60_000) * this.#perMinute)
    this.#buckets.delete(network)
    this.#buckets.set(network, { left: left >= 1 ? left - 1 : left, at: time })
    this.#forgetOldest()
    return left >= 1
  }

  #forgetOldest(): void {
    if (this.#buckets.size <= rememberedNetworks) return
    const oldest = this.#buckets.keys().next().value
    if (oldest !== undefined) this.#buckets.delete(oldest)
  }
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (mapped.includes('.')) return mapped.split('.').slice(0, 3).join('.')
  const [head = '', tail] = mapped.split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest.length
  const full = [...groups, ...Array<string>(Math.max(0, zeros)).fill('0'), ...rest]
  const fourth = (full[3] ?? '0').padStart(4, '0').slice(0, 2)
  return `${full.slice(0, 3).join(':')}:${fourth}`
}
