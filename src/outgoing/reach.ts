import { Resolver, lookup } from 'node:dns/promises'
import type { Socket } from 'node:net'
import { connect, isIP } from 'node:net'
import { isGlobal } from './address-ranges.ts'
import type { Destination } from './destination.ts'
import type { OutgoingRefusal } from './refusal.ts'

/** All addresses of a name. `named`: the administrator's own, which may stand in /etc/hosts. */
export type Resolve = (name: string, about: { named: boolean }) => Promise<string[]>

/** Opens a connection to one of these addresses, which have been checked, and to no other. */
export type Dial = (addresses: readonly string[], port: number) => Socket

/** More addresses than this are not tried. */
const mostTried = 8

/**
 * The addresses that may be called, or why none. One that is not public spoils them all: a name
 * that points both outside and inside is a trap.
 */
export async function addressesOf(
  { host, named }: Destination,
  resolve: Resolve,
): Promise<string[] | { refused: OutgoingRefusal }> {
  if (isIP(host) !== 0) return [host]
  const addresses = await resolve(host, { named }).catch(() => [])
  if (addresses.length === 0)
    return { refused: { reason: 'unknown-name', words: `The name ${host} has no address.` } }
  if (!named && !addresses.every(isGlobal)) {
    const words = `The name ${host} leads to an address that is not public.`
    return { refused: { reason: 'forbidden-address', words } }
  }
  return addresses.slice(0, mostTried)
}

/**
 * Asks name servers directly: no search domains, no hosts file, and a slow answer occupies none of
 * the threads that files are read with.
 */
export async function resolveName(name: string, { named }: { named: boolean }): Promise<string[]> {
  if (named) return (await lookup(name, { all: true })).map(({ address }) => address)
  const resolver = new Resolver({ timeout: 2_000, tries: 2 })
  const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
}

export function dialChecked(addresses: readonly string[], port: number): Socket {
  const known = addresses.map((address) => ({ address, family: isIP(address) }))
  return connect({
    // The name is answered by `lookup` below and by nothing else.
    host: 'checked.invalid',
    port,
    autoSelectFamily: true,
    lookup: (_name, { all }, answer) => {
      const [first] = known
      if (all || first === undefined) answer(null, known)
      else answer(null, first.address, first.family)
    },
  })
}
