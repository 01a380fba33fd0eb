/** ninjs in its three generations: one body key, lists of bodies, lists in camel case. */
import type { Dispatch } from '../story.ts'
import type { Need, WireFormat } from './format.ts'
import { allStatuses } from './format.ts'
import { json, paragraphs, versionedSlug } from './mark-up.ts'

const can: Need[] = [...allStatuses, 'take', 'writethru']

const guid = ({ issuer, id }: Dispatch): string => `http://${issuer}/items/${id}`

export const ninjs1: WireFormat = {
  name: 'ninjs-1',
  extension: 'json',
  place: 'Osterby',
  can,
  guid,
  write: (dispatch) =>
    json({
      $schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_1.6.json',
      uri: guid(dispatch),
      version: String(dispatch.version),
      type: 'text',
      pubstatus: dispatch.status,
      versioncreated: dispatch.created,
      firstcreated: dispatch.firstCreated,
      embargoed: dispatch.embargo,
      language: 'en',
      headline: dispatch.headline,
      slugline: versionedSlug(dispatch),
      byline: dispatch.byline,
      located: dispatch.place,
      copyrightholder: 'Meridian',
      ednote: dispatch.privateNote,
      body_html: paragraphs(dispatch.body),
    }),
}

export const ninjs2: WireFormat = {
  name: 'ninjs-2',
  extension: 'json',
  place: 'Tarn Quay',
  can,
  guid,
  write: (dispatch) =>
    json({
      standard: { name: 'ninjs', version: '2.1', schema: schema('2.1') },
      uri: guid(dispatch),
      version: String(dispatch.version),
      type: 'text',
      pubstatus: dispatch.status,
      versioncreated: dispatch.created,
      firstcreated: dispatch.firstCreated,
      embargoed: dispatch.embargo,
      language: 'en',
      headlines: [{ role: 'main', value: dispatch.headline }],
      slugline: versionedSlug(dispatch),
      by: dispatch.byline,
      located: dispatch.place,
      copyrightholder: 'Meridian',
      ednote: dispatch.privateNote,
      bodies: [{ role: 'main', contenttype: 'text/html', value: paragraphs(dispatch.body) }],
    }),
}

export const ninjs3: WireFormat = {
  name: 'ninjs-3',
  extension: 'json',
  place: 'Mellick',
  can,
  guid,
  write: (dispatch) =>
    json({
      standard: { name: 'ninjs', version: '3.0', schema: schema('3.0') },
      uri: guid(dispatch),
      version: String(dispatch.version),
      type: 'text',
      pubStatus: dispatch.status,
      versionCreated: dispatch.created,
      firstCreated: dispatch.firstCreated,
      embargoed: dispatch.embargo,
      language: 'en',
      headlines: [{ role: 'main', value: dispatch.headline }],
      slugline: versionedSlug(dispatch),
      by: dispatch.byline,
      located: dispatch.place,
      copyrightHolder: 'Meridian',
      edNote: dispatch.privateNote,
      bodies: [{ role: 'main', contentType: 'text/html', value: paragraphs(dispatch.body) }],
    }),
}

function schema(version: string): string {
  return `https://www.iptc.org/std/ninjs/ninjs-schema_${version}.json`
}
