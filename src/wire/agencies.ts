/** Which agency an item comes from, where a rule of the intake depends on it. */
import type { WireItem } from './item.ts'

export type Agency = 'AFP' | 'AP' | 'Reuters' | 'dpa' | 'STT' | 'TT' | 'ANSA' | 'PA'

const signs: { agency: Agency; uri: RegExp; provider: RegExp }[] = [
  { agency: 'AFP', uri: /\bafp\.com\b/i, provider: /^(?:nprov:)?AFP$|agence france-presse/i },
  { agency: 'AP', uri: /\bap\.org\b/i, provider: /^(?:nprov:)?AP$|^(?:the )?associated press$/i },
  { agency: 'Reuters', uri: /\breuters\.com\b/i, provider: /reuters/i },
  { agency: 'dpa', uri: /\bdpa\.com\b/i, provider: /(?:^|:)dpa$/i },
  { agency: 'STT', uri: /\bstt\.fi\b/i, provider: /^STT/ },
  { agency: 'TT', uri: /\btt\.se\b/i, provider: /^TT$/ },
  { agency: 'ANSA', uri: /\bansa\.it\b/i, provider: /^ANSA$/ },
  { agency: 'PA', uri: /\bpressassociation\b/i, provider: /^PA$|press association/i },
]

export function agencyOf(item: WireItem, providers: (string | undefined)[]): Agency | undefined {
  const names = [...providers, item.creditline, item.copyrightHolder]
  const byUri = signs.find(({ uri }) => uri.test(item.uri))
  const byName = (): Agency | undefined =>
    signs.find(({ provider }) => names.some((name) => name && provider.test(name)))?.agency
  return byUri?.agency ?? byName()
}
