/** NewsML-G2 2.34: one newsItem with an XHTML body. */
import type { Dispatch } from '../story.ts'
import type { WireFormat } from './format.ts'
import { allStatuses } from './format.ts'
import { element, escaped, lines, paragraphs, versionedSlug } from './mark-up.ts'

export const newsMlG2: WireFormat = {
  name: 'newsml-g2',
  extension: 'xml',
  place: 'Orrinmouth',
  can: [...allStatuses, 'public note', 'correction mark', 'take', 'writethru'],
  guid: ({ issuer, id }) => `urn:newsml:${issuer}:20260302:${id}`,
  write,
}

function write(dispatch: Dispatch): string {
  const { version, created, firstCreated, status, headline, byline, dateline, body } = dispatch
  return lines(
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${newsMlG2.guid(dispatch)}" version="${version}" standard="NewsML-G2" standardversion="2.34" conformance="power" xml:lang="en">`,
    '<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml"/>',
    '<rightsInfo><copyrightHolder><name>Meridian</name></copyrightHolder></rightsInfo>',
    '<itemMeta>',
    '<itemClass qcode="ninat:text"/>',
    '<provider literal="Meridian"/>',
    element('versionCreated', created),
    element('firstCreated', firstCreated),
    element('embargoed', dispatch.embargo),
    `<pubStatus qcode="stat:${status}"/>`,
    element('edNote', dispatch.publicNote, 'role="dpaednoterole:correctionshort"'),
    element('edNote', dispatch.privateNote),
    dispatch.signal === undefined ? '' : `<signal qcode="sig:${dispatch.signal}"/>`,
    '</itemMeta>',
    '<contentMeta>',
    element('headline', headline),
    element('slugline', versionedSlug(dispatch)),
    element('by', byline),
    element('dateline', dateline),
    '</contentMeta>',
    '<contentSet><inlineXML contenttype="application/xhtml+xml">',
    `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>${escaped(headline)}</title></head><body>`,
    paragraphs(body),
    '</body></html>',
    '</inlineXML></contentSet>',
    '</newsItem>',
  )
}
