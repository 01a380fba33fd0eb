import type { Article } from '../article.ts'

type Rights = Pick<Article, 'dataMining' | 'searchEngines' | 'canonical'>

/** The reservation where only words can say it. */
export const reservationInWords = 'Text and data mining is reserved.'

/**
 * Whether the rights holder keeps the text from being mined by others. What the house itself makes of
 * it by machine is its own affair (`machineUse`) and says nothing to them.
 */
export function isReserved({ dataMining }: Rights): boolean {
  return dataMining === 'reserved'
}

/**
 * What the headers of an answer with the words of one article tell machines, whatever its form:
 * JSON and plain text have no markup to say it in. RFC 8288 and RFC 6596 for `link`.
 */
export function headersOf(article: Rights): Record<string, string> {
  const { searchEngines, canonical } = article
  return {
    ...(searchEngines === 'noindex' ? { 'x-robots-tag': 'noindex' } : {}),
    ...(canonical === undefined ? {} : { link: `<${headerAddress(canonical)}>; rel="canonical"` }),
    ...reservation([article]),
  }
}

/**
 * The reservation of an answer that carries words of several articles: one that is reserved reserves
 * the whole. TDM Reservation Protocol, https://www.w3.org/community/reports/tdmrep/
 */
export function reservation(articles: readonly Rights[]): Record<string, string> {
  return articles.some(isReserved) ? { 'tdm-reservation': '1' } : {}
}

/** Headers hold nothing but ASCII, and a ">" would end the address. */
function headerAddress(address: string): string {
  return new URL(address).href.replace(/[<>]/g, encodeURIComponent)
}

/** Credit and rights in one line, as feeds carry them; undefined where there is nothing to say. */
export function rightsLine(
  article: Rights & Pick<Article, 'creditline' | 'copyrightNotice'>,
): string | undefined {
  const { creditline, copyrightNotice } = article
  const reserved = isReserved(article) ? reservationInWords : undefined
  const parts = [creditline, copyrightNotice, reserved].filter(Boolean)
  return parts.length === 0 ? undefined : parts.join('. ').replace(/\.\. /g, '. ')
}
