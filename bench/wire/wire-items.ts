const places = ['Port Linnet', 'Corvane', 'Ostrand', 'Sallow Reach', 'Kessaly', 'Marrowby']
const actors = [
  'The harbour board',
  'A court',
  'The ferry company',
  'The island council',
  'A museum',
]
const deeds = ['approved', 'turned down', 'put off', 'paid for', 'looked into', 'gave up']
const things = ['a new breakwater', 'the night timetable', 'a plan for 40 houses', 'the cod quota']

/** A NewsML-G2 item as an agency would send it, about nothing that is. Every number is another one. */
export function wireItem(number: number, version = 1): Uint8Array {
  return itemOf(number, 14, version)
}

/** The same with four paragraphs: an item as short as one with a summary can be. */
export function smallItem(number: number): Uint8Array {
  return itemOf(number, 4, 1)
}

/** What stands in a version of an item and in no other. */
export function markOf(number: number, version: number): string {
  return `${number}-${version} crowns`
}

function itemOf(number: number, length: number, version: number): Uint8Array {
  const pick = (words: string[], step: number) => words[(number * step + step) % words.length] ?? ''
  const place = pick(places, 1)
  const headline = `${pick(actors, 1)} of ${place} ${pick(deeds, 3)} ${pick(things, 1)} (${number})`
  const paragraphs = Array.from(
    { length },
    (_, i) =>
      `<p>${pick(actors, i + 2)} of ${pick(places, i + 1)} ${pick(deeds, i + 1)} ${pick(things, i + 3)} on Tuesday, ${number + i} days after a storm, and ${pick(actors, i + 5).toLowerCase()} said that it would cost ${(number % 90) + i + 1} million crowns, of which the government pays a third.</p>`,
  )
  paragraphs.push(`<p>The bill came to ${markOf(number, version)} in the end.</p>`)
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:wire.example:bench:${number}" version="${version}" standard="NewsML-G2" standardversion="2.34" conformance="power" xml:lang="en">
  <rightsInfo><copyrightNotice>(c) Invented Wire</copyrightNotice></rightsInfo>
  <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:IW"/><versionCreated>2026-05-04T12:00:${String(version).padStart(2, '0')}Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
  <contentMeta><urgency>4</urgency><slugline>BENCH-${number}</slugline><headline>${headline}</headline><by>Ada Quill</by><dateline>${place.toUpperCase()} (IW) -</dateline><creditline>IW</creditline></contentMeta>
  <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${headline}</title></head><body>${paragraphs.join('\n')}</body></html></inlineXML></contentSet>
</newsItem>`)
}
