import type { MadeRendition, ShownPicture } from '../../pictures/pictures.ts'
import { addressOf as pictureAddress, previewOf } from '../../pictures/pictures.ts'
import { escape } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import type { Article } from '../article.ts'
import { paragraphsOf } from '../body/body.ts'
import { isReserved, rightsLine } from '../terms/for-machines.ts'
import type { Tombstone } from '../terms/closed.ts'

export interface Feed {
  site: Site
  title: string
  /** The feed's own path. */
  self: string
  articles: Article[]
  /** Stories that were taken from readers: Atom has a word for it (RFC 6721), RSS has none. */
  closed?: readonly Tombstone[]
  /** Machine summaries by article. */
  summaries?: ReadonlyMap<string, FeedSummary>
}

/** A machine summary as feeds carry it: always with how it was made. */
export interface FeedSummary {
  text: string
  digitalSourceType: string
  data: object
}

export interface FeedForm {
  type: string
  draw: (feed: Feed) => string
}

/** The forms of a feed by the ending of its name. */
export const feedForms: Record<string, FeedForm> = {
  rss: { type: 'application/rss+xml; charset=utf-8', draw: rss },
  atom: { type: 'application/atom+xml; charset=utf-8', draw: atom },
  json: { type: 'application/feed+json; charset=utf-8', draw: jsonFeed },
}

/** RSS 2.0: https://www.rssboard.org/rss-specification */
function rss({ site, title, self, articles, summaries }: Feed): string {
  const items = articles.map(
    (article) => `<item>
<title>${xml(article.headline)}</title>
<link>${xml(addressOf(site, article))}</link>
<guid isPermaLink="false">${xml(article.id)}</guid>
<pubDate>${new Date(article.publishedAt).toUTCString()}</pubDate>
<description>${xml(leadOf(article))}</description>
${article.byline === undefined ? '' : `<dc:creator>${xml(article.byline)}</dc:creator>`}
<category>${xml(article.section)}</category>${rightsIn(article, 'dc:rights')}${mediaOf(site, article)}${machineSummary(summaries?.get(article.id))}
</item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:standfirst="urn:standfirst:feed">
<channel>
<title>${xml(title)}</title>
<link>${xml(site.origin)}/</link>
<description>${xml(site.motto)}</description>
<language>${xml(site.language)}</language>
<atom:link rel="self" type="application/rss+xml" href="${xml(site.origin + self)}"/>
${items.join('\n')}
</channel>
</rss>
`
}

/** Atom: RFC 4287. */
function atom({ site, title, self, articles, closed = [], summaries }: Feed): string {
  const updated =
    [...articles.map(({ updatedAt }) => updatedAt), ...closed.map(({ when }) => when)]
      .toSorted()
      .at(-1) ?? '1970-01-01T00:00:00.000Z'
  const entries = articles.map(
    (article) => `<entry>
<title>${xml(article.headline)}</title>
<link href="${xml(addressOf(site, article))}"/>
<id>urn:standfirst:${xml(article.id)}</id>
<published>${article.publishedAt}</published>
<updated>${article.updatedAt}</updated>
<author><name>${xml(article.byline ?? article.agency ?? site.name)}</name></author>
<category term="${xml(article.section)}"/>
<summary>${xml(leadOf(article))}</summary>${rightsIn(article, 'rights')}${enclosureOf(site, article)}${machineSummary(summaries?.get(article.id))}
</entry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xmlns:standfirst="urn:standfirst:feed" xml:lang="${xml(site.language)}">
<title>${xml(title)}</title>
<subtitle>${xml(site.motto)}</subtitle>
<id>${xml(site.origin + self)}</id>
<link rel="self" href="${xml(site.origin + self)}"/>
<link href="${xml(site.origin)}/"/>
<updated>${updated}</updated>
${entries.join('\n')}
${closed.map(tombstone).join('\n')}
</feed>
`
}

/** RFC 6721: the entry is gone, and whoever kept a copy should let it go. */
function tombstone({ articleId, when }: Tombstone): string {
  return `<at:deleted-entry ref="urn:standfirst:${xml(articleId)}" when="${when}"/>`
}

/** JSON Feed 1.1: https://jsonfeed.org/version/1.1 */
function jsonFeed({ site, title, self, articles, closed = [], summaries }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description: site.motto,
    language: site.language,
    home_page_url: `${site.origin}/`,
    feed_url: site.origin + self,
    // The format has no word for an entry that is gone; extensions begin with "_".
    _standfirst:
      closed.length === 0
        ? undefined
        : { deleted: closed.map(({ articleId: id, when }) => ({ id, when })) },
    items: articles.map((article) => ({
      id: article.id,
      url: addressOf(site, article),
      title: article.headline,
      summary: article.standfirst,
      content_text: leadOf(article),
      date_published: article.publishedAt,
      date_modified: article.updatedAt,
      authors: [{ name: article.byline ?? article.agency ?? site.name }],
      image: imageOf(site, article)?.href,
      tags: [article.section],
      language: article.language,
      _standfirst: ours(article, summaries?.get(article.id)),
    })),
  })
}

/** What JSON Feed has no word for: credit, rights, and the machine summary. */
function ours(article: Article, summary: FeedSummary | undefined): object | undefined {
  const { creditline, copyrightNotice } = article
  const dataMining = isReserved(article) ? 'reserved' : undefined
  const fields = { creditline, copyrightNotice, dataMining, summary: summary?.data }
  return Object.values(fields).some((value) => value !== undefined) ? fields : undefined
}

/** Agencies want their credit wherever their words stand. */
function rightsIn(article: Article, element: 'dc:rights' | 'rights'): string {
  const line = rightsLine(article)
  return line === undefined ? '' : `\n<${element}>${xml(line)}</${element}>`
}

/** https://www.sitemaps.org/protocol.html */
export function sitemap(site: Site, articles: Article[]): string {
  const urls = articles
    .filter(isForSearchEngines)
    .map(
      (article) =>
        `<url><loc>${xml(addressOf(site, article))}</loc><lastmod>${article.updatedAt}</lastmod></url>`,
    )
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`
}

/** Articles of the last two days: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
export function newsSitemap(site: Site, articles: Article[], now: Date): string {
  const since = new Date(now.getTime() - 2 * 24 * 3600 * 1000).toISOString()
  const urls = articles
    .filter((article) => article.publishedAt >= since && isForSearchEngines(article))
    .map(
      (article) => `<url><loc>${xml(addressOf(site, article))}</loc><news:news>
<news:publication><news:name>${xml(site.name)}</news:name><news:language>${xml(article.language)}</news:language></news:publication>
<news:publication_date>${article.publishedAt}</news:publication_date>
<news:title>${xml(article.headline)}</news:title>
</news:news></url>`,
    )
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${urls.join('\n')}
</urlset>
`
}

/** False where the rights holder wants no search engine to list it here. */
function isForSearchEngines({ searchEngines, canonical }: Article): boolean {
  return searchEngines === undefined && canonical === undefined
}

/** The leading picture as a feed carries it: one JPEG, with caption and credit where there is a place. */
function imageOf(
  site: Site,
  { pictures = [] }: Article,
): { href: string; image: MadeRendition; picture: ShownPicture } | undefined {
  const [picture] = pictures
  const image = picture && previewOf(picture, 'whole')
  return image && { href: site.origin + pictureAddress(picture.id, image), image, picture }
}

/** Media RSS: https://www.rssboard.org/media-rss */
function mediaOf(site: Site, article: Article): string {
  const found = imageOf(site, article)
  if (!found) return ''
  const { href, image, picture } = found
  return `
<media:content url="${xml(href)}" type="image/jpeg" medium="image" width="${image.width}" height="${image.height}" fileSize="${image.size}"><media:description>${xml(picture.caption)}</media:description><media:credit>${xml(picture.credit)}</media:credit></media:content>`
}

function enclosureOf(site: Site, article: Article): string {
  const found = imageOf(site, article)
  if (!found) return ''
  return `\n<link rel="enclosure" type="image/jpeg" length="${found.image.size}" href="${xml(found.href)}"/>`
}

/** Apart from the newsroom's own words, so that nobody takes the one for the other. */
function machineSummary(summary: FeedSummary | undefined): string {
  if (!summary) return ''
  return `\n<standfirst:summary digitalSourceType="${xml(summary.digitalSourceType)}">${xml(summary.text)}</standfirst:summary>`
}

function leadOf(article: Article): string {
  return article.standfirst ?? paragraphsOf(article.body)[0] ?? ''
}

function addressOf(site: Site, article: Article): string {
  return `${site.origin}/articles/${article.slug}`
}

/** XML has no way to write most control characters, not even as references. */
function xml(text: string): string {
  return escape(
    text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''),
  )
}
