/** Which agency an item comes from, where a rule of the intake depends on it. */
import type { WireItem } from '../../item.ts'

export type Agency =
  'AFP' | 'AP' | 'Reuters' | 'dpa' | 'STT' | 'TT' | 'ANSA' | 'PA' | 'ANP' | 'EFE' | 'Lusa'

const signs: { agency: Agency; domain: string; provider: RegExp }[] = [
  { agency: 'AFP', domain: 'afp.com', provider: /^AFP$|^agence france-presse$/i },
  { agency: 'AP', domain: 'ap.org', provider: /^AP$|^(?:the )?associated press$/i },
  { agency: 'Reuters', domain: 'reuters.com', provider: /^(?:thomson )?reuters(?:\.com)?$/i },
  { agency: 'dpa', domain: 'dpa.com', provider: /^dpa$/i },
  { agency: 'STT', domain: 'stt.fi', provider: /^STT$/ },
  { agency: 'TT', domain: 'tt.se', provider: /^TT$/ },
  { agency: 'ANSA', domain: 'ansa.it', provider: /^ANSA$/ },
  {
    agency: 'PA',
    domain: 'press.net',
    provider: /^PA$|^(?:the )?press association$|^PA (?:Media|Sport)$/i,
  },
  { agency: 'ANP', domain: 'anp.nl', provider: /^ANP$/ },
  { agency: 'Lusa', domain: 'lusa.pt', provider: /^(?:ag\u00eancia )?lusa$/i },
  { agency: 'EFE', domain: 'efeservicios.com', provider: /^(?:agencia )?EFE$/i },
]

/** By who issued the identifier, or else by the provider's whole name; never by a mention. */
export function agencyOf(item: WireItem, providers: (string | undefined)[]): Agency | undefined {
  const byDomain = agencyAt(domainOf(item.uri) ?? '')
  if (byDomain !== undefined) return byDomain
  const names = [...providers, item.creditline, item.copyrightHolder]
  const first = names.find((name) => name !== undefined && name !== '') ?? ''
  return signs.find(({ provider }) => provider.test(first))?.agency
}

const byDomains = new Map(signs.map(({ domain, agency }) => [domain, agency]))

/** The agency of a domain or of one above it. */
function agencyAt(domain: string): Agency | undefined {
  for (let rest = domain; rest !== ''; rest = rest.slice(rest.indexOf('.') + 1 || rest.length)) {
    const agency = byDomains.get(rest)
    if (agency !== undefined) return agency
  }
  return undefined
}

/** The host or the naming authority in an identifier. */
export function domainOf(uri: string): string | undefined {
  const authority = /^(?:https?:\/\/|tag:|urn:newsml:)(?:www\.|api\.)?([\w-]+(?:\.[\w-]+)+)/i.exec(
    uri,
  )
  return authority?.[1]?.toLowerCase()
}
