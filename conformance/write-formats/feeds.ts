/**
 * RSS, Atom and JSON Feed with one entry. They have no status, embargo or version: an entry is newer
 * by its date, and one that leaves the feed is not killed.
 */
import type { Dispatch } from '../story.ts'
import type { WireFormat } from './format.ts'
import { element, json, lines, paragraphs } from './mark-up.ts'

const guid = ({ issuer, id }: Dispatch): string => `https://${issuer}/feeds/${id}`

export const rss: WireFormat = {
  name: 'rss',
  extension: 'xml',
  place: 'Ellerfoot',
  can: ['order'],
  guid,
  write: (dispatch) =>
    lines(
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
      `<channel><title>Meridian</title><link>https://${dispatch.issuer}/</link><description>Conformance</description><language>en</language>`,
      '<item>',
      element('title', dispatch.headline),
      element('link', guid(dispatch)),
      element('guid', guid(dispatch), 'isPermaLink="false"'),
      element('pubDate', new Date(dispatch.created).toUTCString()),
      element('dc:creator', dispatch.byline),
      element('content:encoded', paragraphs(dispatch.body)),
      '</item>',
      '</channel></rss>',
    ),
}

export const atom: WireFormat = {
  name: 'atom',
  extension: 'xml',
  place: 'Pinmoor',
  can: ['order'],
  guid,
  write: (dispatch) =>
    lines(
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
      `<title>Meridian</title><id>https://${dispatch.issuer}/feeds/atom</id><updated>${dispatch.created}</updated>`,
      '<entry>',
      element('title', dispatch.headline),
      element('id', guid(dispatch)),
      `<link href="${guid(dispatch)}"/>`,
      element('published', dispatch.firstCreated),
      element('updated', dispatch.created),
      `<author>${element('name', dispatch.byline)}</author>`,
      element('content', paragraphs(dispatch.body), 'type="html"'),
      '</entry>',
      '</feed>',
    ),
}

export const jsonFeed: WireFormat = {
  name: 'json-feed',
  extension: 'json',
  place: 'Lowmere',
  can: ['order'],
  guid,
  write: (dispatch) =>
    json({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Meridian',
      home_page_url: `https://${dispatch.issuer}/`,
      language: 'en',
      items: [
        {
          id: guid(dispatch),
          url: guid(dispatch),
          title: dispatch.headline,
          authors: [{ name: dispatch.byline }],
          date_published: dispatch.firstCreated,
          date_modified: dispatch.created,
          content_html: paragraphs(dispatch.body),
        },
      ],
    }),
}
