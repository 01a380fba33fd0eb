/** Invented files, in every format that can say it, of stories that readers may not have. */
import { formats } from '../../conformance/chains.ts'
import type { Dispatch } from '../../conformance/story.ts'
import type { Need, WireFormat } from '../../conformance/write-formats/format.ts'

/** Why a story is closed, or open to less than everybody. */
export type Closing =
  | 'withheld'
  | 'canceled'
  | 'embargoed'
  | 'unknown'
  | 'expired'
  | 'ended'
  | 'limited'
  | 'restricted'
  | 'not-for-machines'

export interface ClosedFile {
  name: string
  closing: Closing
  text: string
}

/** In these words the terms of a limited story bar the site; a person has confirmed it. */
export const limit = 'NO USE ON ISLAND SITES'

const story: Dispatch = {
  chain: 'damage',
  item: 'a',
  id: 'damage-a',
  number: 412,
  issuer: 'meridian.example',
  place: 'Orrinmouth',
  version: 1,
  created: '2026-03-02T08:00:00Z',
  firstCreated: '2026-03-02T08:00:00Z',
  status: 'usable',
  headline: 'Tide mill on the Orrin grinds again',
  slugline: 'tide-mill-orrin',
  byline: 'Ida Moor',
  dateline: 'ORRINMOUTH (Meridian) -',
  body: [
    'The tide mill on the Orrin ground its first flour in 58 years on Monday, its keepers said.',
    'Two sluices were cut anew from oak, and the wheel came back from a museum on the mainland.',
  ],
}

const inFields: Partial<Record<Closing, { dispatch: Partial<Dispatch>; need: Need }>> = {
  withheld: { dispatch: { status: 'withheld' }, need: 'withheld' },
  canceled: { dispatch: { status: 'canceled' }, need: 'canceled' },
  embargoed: { dispatch: { embargo: '2026-03-09T08:00:00Z' }, need: 'embargo' },
  unknown: { dispatch: { status: 'provisional' }, need: 'other status' },
}

/** Where the site of these stories is used, and what their rights forbid there. */
export const territory = 'DE'
const spatial =
  'name="http://www.w3.org/ns/odrl/2/spatial" operator="http://www.w3.org/ns/odrl/2/eq" rightOperand="http://cvx.iptc.org/iso3166-1a3/DEU"'
const restriction = {
  policytype: 'http://www.w3.org/ns/odrl/2/Set',
  prohibitions: [
    {
      action: 'http://www.w3.org/ns/odrl/2/distribute',
      constraints: [
        {
          name: 'http://www.w3.org/ns/odrl/2/spatial',
          operator: 'http://www.w3.org/ns/odrl/2/eq',
          rightOperand: 'http://cvx.iptc.org/iso3166-1a3/DEU',
        },
      ],
    },
  ],
}

type Marks = Partial<
  Record<'expired' | 'ended' | 'limited' | 'restricted' | 'not-for-machines', string>
>

/** What the writers have no word for, put where the format has its place: before the text named. */
const marks: Record<string, { before: RegExp; marks: Marks }> = {
  'newsml-g2': {
    before: /<pubStatus/,
    marks: { expired: '<expires>2026-03-03T08:00:00Z</expires>\n' },
  },
  nitf: {
    before: /<doc.copyright/,
    marks: {
      expired: '<date.expire norm="20260303T080000Z"/>\n',
      ended: '<doc.rights enddate="20260303T080000Z"/>\n',
      limited: `<doc.rights limitations="${limit}"/>\n`,
    },
  },
  ...Object.fromEntries(
    ['ninjs-1', 'ninjs-2', 'ninjs-3'].map((name) => [
      name,
      {
        before: /"language"/,
        marks: {
          expired: '"expires": "2026-03-03T08:00:00Z",\n  ',
          limited: `"${name === 'ninjs-3' ? 'usageTerms' : 'usageterms'}": "${limit}",\n  `,
          restricted: `"rightsinfo": { "encodedrights": ${JSON.stringify(JSON.stringify(restriction))} },\n  `,
          'not-for-machines': `"rightsinfo": { "datamining": "DMI-PROHIBITED" },\n  `,
        },
      },
    ]),
  ),
  'ap-media-api': {
    before: /"language"/,
    marks: {
      expired: '"expires": "2026-03-03T08:00:00Z", ',
      limited: `"usageterms": ["${limit}"], `,
    },
  },
  'dpa-digitalwires': { before: /"language"/, marks: { limited: `"usageterms": "${limit}", ` } },
  'reuters-connect': { before: /"language"/, marks: { limited: `"usageTerms": "${limit}", ` } },
}

const inRights: Marks = {
  limited: `<usageTerms>${limit}</usageTerms>`,
  restricted: `<rightsExpressionXML langid="http://www.w3.org/ns/odrl/2/"><o:Policy xmlns:o="http://www.w3.org/ns/odrl/2/"><o:prohibition><o:action name="http://www.w3.org/ns/odrl/2/distribute"/><o:constraint ${spatial}/></o:prohibition></o:Policy></rightsExpressionXML>`,
  'not-for-machines': '<dataMining qcode="plusvocab:DMI-PROHIBITED"/>',
}

/** Every closing in every format that has a word for it. */
export function closedFiles(): ClosedFile[] {
  return formats.flatMap((format) => [...fieldFiles(format), ...markedFiles(format)])
}

function fieldFiles(format: WireFormat): ClosedFile[] {
  return (Object.entries(inFields) as [Closing, (typeof inFields)[Closing]][]).flatMap(
    ([closing, how]) => {
      if (!how || !format.can.includes(how.need)) return []
      return { name: format.name, closing, text: format.write({ ...story, ...how.dispatch }) }
    },
  )
}

function markedFiles(format: WireFormat): ClosedFile[] {
  const plain = format.write(story)
  const own = marks[format.name]
  const put = (before: RegExp, all: Marks): ClosedFile[] =>
    Object.entries(all).map(([closing, mark]) => ({
      name: format.name,
      closing: closing as Closing,
      text: plain.replace(before, (found) => mark + found),
    }))
  return [
    ...(own ? put(own.before, own.marks) : []),
    ...(format.name === 'newsml-g2' ? put(/<copyrightHolder>/, inRights) : []),
    ...(format.name === 'newsml-1' ? put(/<AdministrativeMetadata>/, inNewsMl1) : []),
    ...(format.name === 'anpa-1312' ? [advance(format)] : []),
  ]
}

const inNewsMl1: Marks = {
  ended:
    '<RightsMetadata><UsageRights><EndDate>20260303T080000Z</EndDate></UsageRights></RightsMetadata>',
  limited: `<RightsMetadata><UsageRights><UsageType>${limit}</UsageType></UsageRights></RightsMetadata>`,
}

/** ANPA's embargo is a letter in its header: advance copy. */
function advance(format: WireFormat): ClosedFile {
  return {
    name: format.name,
    closing: 'embargoed',
    text: format.write({ ...story, embargo: '' }),
  }
}
