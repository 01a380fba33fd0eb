import { BlockList, isIP } from 'node:net'

/**
 * Addresses that no stranger may make us call: everything that IANA's special-purpose registries
 * do not call globally reachable, and what hides an IPv4 address inside an IPv6 one.
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 * https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const closed4: [net: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Cloud machines answer questions about themselves at 169.254.169.254.
  ['169.254.0.0', 16],
  // Azure does so at a public address: https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
  ['168.63.129.16', 32],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Of IPv6 only 2000::/3 is handed out at all; these parts of it are not for us. */
const closed6: [net: string, prefix: number][] = [
  // Teredo, ORCHID, benchmarks and the rest of the protocol assignments.
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4 carries an IPv4 address.
  ['2002::', 16],
  ['3fff::', 20],
]

const closed = listOf(closed4, closed6)
const handedOut = listOf([], [['2000::', 3]])

/** Whether an address belongs to the public network. Anything that is no address does not. */
export function isGlobal(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closed.check(address, 'ipv4')
  // A zone (`fe80::1%eth0`) names a link of this machine.
  if (family !== 6 || address.includes('%')) return false
  return handedOut.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

function listOf(four: [string, number][], six: [string, number][]): BlockList {
  const list = new BlockList()
  for (const [net, prefix] of four) list.addSubnet(net, prefix, 'ipv4')
  for (const [net, prefix] of six) list.addSubnet(net, prefix, 'ipv6')
  return list
}
