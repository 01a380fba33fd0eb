export interface WireFile {
  guid?: string
  version?: number
  headline?: string
  body?: string[]
  status?: string
  /** XML that goes into `itemMeta`, such as an embargo or a signal. */
  meta?: string
  versionCreated?: string
}

const story = [
  'The lighthouse on Skerry Point will be lit by hand for a week while its lamp is replaced, the coast office said on Monday.',
  'Two keepers who retired nine years ago have come back to do it, and will sleep in the old watch room.',
  'The new lamp uses a tenth of the power of the old one and can be seen from 18 miles, one mile less than before.',
]

/** An invented NewsML-G2 item. */
export function wireFile(item: WireFile = {}): string {
  const created = item.versionCreated ?? `2026-05-04T0${Math.min(item.version ?? 1, 9)}:00:00Z`
  return `<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${item.guid ?? 'urn:newsml:wire.example:20260504:skerry'}" version="${item.version ?? 1}" standard="NewsML-G2" standardversion="2.34" xml:lang="en">
<rightsInfo><copyrightHolder><name>Meridian News Agency</name></copyrightHolder></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider literal="Meridian"/><versionCreated>${created}</versionCreated>${item.meta ?? ''}<pubStatus qcode="stat:${item.status ?? 'usable'}"/></itemMeta>
<contentMeta><headline>${item.headline ?? 'Keepers return to light Skerry Point by hand'}</headline><dateline>SKERRY POINT (Meridian) -</dateline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
${(item.body ?? story).map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
</body></html></inlineXML></contentSet>
</newsItem>`
}
