/** NITF 3.5: identity and instructions in docdata, takes as a series, kills by reference. */
import type { Dispatch } from '../story.ts'
import type { WireFormat } from './format.ts'
import { allStatuses } from './format.ts'
import { basicTime, element, escaped, lines, paragraphs } from './mark-up.ts'

export const nitf: WireFormat = {
  name: 'nitf',
  extension: 'xml',
  place: 'Halvard Sound',
  can: [...allStatuses, 'public note', 'correction mark', 'take', 'writethru', 'kill by reference'],
  guid: ({ id }) => id,
  write,
}

function write(dispatch: Dispatch): string {
  const { version, headline, byline, dateline, slugline, body } = dispatch
  return lines(
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<nitf version="-//IPTC//DTD NITF 3.5//EN" baselang="en">',
    '<head>',
    element('title', headline),
    `<meta name="slugline" content="${escaped(slugline)}"/>`,
    `<docdata${managementOf(dispatch)}>`,
    `<doc-id id-string="${nitf.guid(dispatch)}" regsrc="Meridian"/>`,
    `<du-key key="${dispatch.id}" version="${version}"/>`,
    `<date.issue norm="${basicTime(dispatch.created)}"/>`,
    dispatch.embargo === undefined
      ? ''
      : `<date.release norm="${escaped(basicTime(dispatch.embargo))}"/>`,
    dispatch.privateNote === undefined ? '' : `<ed-msg info="${escaped(dispatch.privateNote)}"/>`,
    dispatch.take === undefined
      ? ''
      : `<series series.name="${escaped(slugline)}" series.part="${dispatch.take}"/>`,
    '<doc.copyright holder="Meridian" year="2026"/>',
    '</docdata>',
    revisionOf(dispatch),
    '</head>',
    '<body>',
    '<body.head>',
    `<hedline>${element('hl1', headline)}</hedline>`,
    element('note', dispatch.publicNote, 'noteclass="correction" type="pa"'),
    `<byline>By <person>${byline}</person></byline>`,
    `<dateline><location>${dateline}</location></dateline>`,
    '</body.head>',
    '<body.content>',
    paragraphs(body),
    '</body.content>',
    '</body>',
    '</nitf>',
  )
}

function managementOf({ status, embargo, stops }: Dispatch): string {
  const own = ` management-status="${embargo === undefined ? status : 'embargoed'}"`
  if (stops === undefined) return own
  return `${own} management-doc-idref="${stops.id}" management-idref-status="canceled"`
}

function revisionOf({ signal, writethru, slugline }: Dispatch): string {
  const comment =
    signal === 'correction'
      ? 'CORRECTS a figure'
      : writethru === undefined
        ? signal && 'UPDATES the story'
        : `RECASTS ${slugline}, ${writethru}st Ld-Writethru`
  return comment === undefined ? '' : `<revision-history comment="${escaped(comment)}"/>`
}
