/** The JSON of four agencies, as their interfaces hand it out; each is that agency's own format. */
import type { WireFormat } from './format.ts'
import { allStatuses, versionsAndEmbargoes } from './format.ts'
import { json, paragraphs, versionedSlug } from './mark-up.ts'

/** AP Media API: what may be published has the signal "newscontent"; the text is a rendition. */
export const apMedia: WireFormat = {
  name: 'ap-media-api',
  extension: 'json',
  place: 'Dunmarrow',
  can: [...allStatuses, 'correction mark', 'take', 'writethru'],
  guid: ({ id }) => id,
  write: (dispatch) =>
    json({
      data: {
        item: {
          uri: `https://api.ap.example/media/v/content/${dispatch.id}?qt=conformance`,
          altids: { itemid: dispatch.id, etag: `${dispatch.id}_${dispatch.version}a` },
          version: dispatch.version,
          type: 'text',
          urgency: 5,
          language: 'en',
          versioncreated: dispatch.created,
          firstcreated: dispatch.firstCreated,
          pubstatus: dispatch.embargo === undefined ? dispatch.status : 'embargoed',
          embargoed: dispatch.embargo,
          signals: ['newscontent', 'singlesource'],
          editorialtypes: dispatch.signal === 'correction' ? ['Corrective'] : undefined,
          ednote: dispatch.privateNote,
          slugline: versionedSlug(dispatch),
          headline: dispatch.headline,
          bylines: [{ by: `By ${dispatch.byline.toUpperCase()}` }],
          located: dispatch.dateline,
          datelinelocation: { city: dispatch.place },
          copyrightnotice: 'Copyright 2026 Meridian. All rights reserved.',
          provider: 'Meridian',
          renditions: {
            nitf: {
              title: 'NITF Story Download',
              rel: 'Story',
              format: 'NITF',
              type: 'text',
              value: `<nitf><body><body.content><block>${paragraphs(dispatch.body)}</block></body.content></body></nitf>`,
            },
          },
        },
      },
    }),
}

/** AFP Core: an update is a new document with revision 1 and an advisory. */
export const afpCore: WireFormat = {
  name: 'afp-core',
  extension: 'json',
  place: 'Sainte-Ivelle',
  can: [...versionsAndEmbargoes, 'correction mark', 'advisory'],
  guid: ({ number }) => `newsml.afp.com.20260302T080000Z.doc-conf${number}`,
  write: (dispatch) => {
    const status = dispatch.embargo === undefined ? dispatch.status : 'embargoed'
    const advisories = [dispatch.advisory, dispatch.privateNote].filter((one) => one !== undefined)
    return json({
      response: {
        docs: [
          {
            uno: afpCore.guid(dispatch),
            revision: dispatch.version,
            class: 'text',
            lang: 'en',
            urgency: 4,
            created: dispatch.firstCreated,
            published: dispatch.created,
            status: `${status.charAt(0).toUpperCase()}${status.slice(1)}`,
            embargoed: dispatch.embargo,
            advisory: advisories.length > 0 ? advisories : undefined,
            signal: dispatch.signal,
            headline: dispatch.headline,
            slug: dispatch.slugline.split('-'),
            creator: dispatch.byline,
            city: dispatch.place,
            provider: 'AFP',
            news: dispatch.body,
          },
        ],
      },
    })
  },
}

/** dpa digital wires: a note says by its role whether it is for readers. */
export const dpaDigitalWires: WireFormat = {
  name: 'dpa-digitalwires',
  extension: 'json',
  place: 'Kestrow',
  can: [...allStatuses, 'public note', 'correction mark'],
  guid: ({ id }) => `urn:newsml:dpa.com:20090101:260302-${id}`,
  write: (dispatch) =>
    json({
      format: 'digitalwires@0.9.1',
      type: 'text',
      urn: dpaDigitalWires.guid(dispatch),
      version: dispatch.version,
      version_created: dispatch.created,
      updated: dispatch.created,
      pubstatus: dispatch.status,
      signal: dispatch.signal ?? null,
      embargoed: dispatch.embargo ?? null,
      language: 'en',
      urgency: 4,
      headline: dispatch.headline,
      byline: `By ${dispatch.byline}, dpa`,
      dateline: `${dispatch.place} (dpa) -`,
      creditline: 'dpa',
      article_html: `<section class="main">${paragraphs(dispatch.body)}</section>`,
      ednotes: [
        ...dpaNote('correctionshort', true, dispatch.publicNote),
        ...dpaNote('contacts', false, dispatch.privateNote),
      ],
      notepad: {
        header_html: '<header><h3>Notepad</h3></header>',
        public_html: null,
        nonpublic_html:
          dispatch.privateNote === undefined
            ? null
            : `<section class="np-nonpublic">${paragraphs([dispatch.privateNote])}</section>`,
      },
      associations: [],
      categories: [{ type: 'dnltype:provider', name: 'dpa', qcode: 'dnlprov:dpa' }],
    }),
}

function dpaNote(role: string, isPublishable: boolean, text: string | undefined): object[] {
  if (text === undefined) return []
  return [{ role: `dpaednoterole:${role}`, ednote: text, is_publishable: isPublishable }]
}

/** Reuters Connect: an item in camel case; versions are times more than counters. */
export const reutersConnect: WireFormat = {
  name: 'reuters-connect',
  extension: 'json',
  place: 'Varnholm',
  can: [...allStatuses, 'correction mark'],
  guid: ({ number }) => `tag:reuters.com,2026:newsml_CONF${number}`,
  write: (dispatch) =>
    json({
      data: {
        item: {
          uri: reutersConnect.guid(dispatch),
          type: 'text',
          usn: `CONF${dispatch.number}`,
          version: String(dispatch.version),
          versionCreated: dispatch.created,
          firstCreated: dispatch.firstCreated,
          pubStatus: `stat:${dispatch.status}`,
          embargoed: dispatch.embargo,
          language: 'en',
          urgency: 4,
          slug: dispatch.slugline.toUpperCase(),
          headLine: `${dispatch.signal === 'correction' ? 'CORRECTED-' : ''}${dispatch.headline}`,
          byLine: dispatch.byline.toUpperCase(),
          located: dispatch.place,
          edNote: dispatch.privateNote,
          bodyXhtml: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${paragraphs(dispatch.body)}</body></html>`,
        },
      },
    }),
}
