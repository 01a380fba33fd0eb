/** NewsML 1.2 with its text in paragraphs; an embargo is a status with the time at which it ends. */
import type { Dispatch } from '../story.ts'
import type { WireFormat } from './format.ts'
import { allStatuses } from './format.ts'
import { basicTime, element, lines, paragraphs, versionedSlug } from './mark-up.ts'

export const newsMl1: WireFormat = {
  name: 'newsml-1',
  extension: 'xml',
  place: 'Corvane',
  can: [...allStatuses, 'correction mark', 'advisory', 'take', 'writethru'],
  guid: ({ issuer, id }) => `urn:newsml:${issuer}:20260302:${id}`,
  write,
}

function write(dispatch: Dispatch): string {
  const { issuer, id, version, headline, byline, dateline, body } = dispatch
  return lines(
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<NewsML Version="1.2">',
    `<NewsEnvelope><DateAndTime>${basicTime(dispatch.created)}</DateAndTime></NewsEnvelope>`,
    '<NewsItem xml:lang="en">',
    '<Identification><NewsIdentifier>',
    element('ProviderId', issuer),
    '<DateId>20260302</DateId>',
    element('NewsItemId', id),
    `<RevisionId PreviousRevision="${version - 1}" Update="N">${version}</RevisionId>`,
    element('PublicIdentifier', `${newsMl1.guid(dispatch)}:${version}N`),
    '</NewsIdentifier></Identification>',
    ...managementOf(dispatch),
    '<NewsComponent><NewsLines>',
    element('HeadLine', headline),
    element('ByLine', byline),
    element('DateLine', dateline),
    element('SlugLine', versionedSlug(dispatch)),
    ...[dispatch.advisory, dispatch.privateNote].map(advisoryLine),
    '</NewsLines>',
    `<AdministrativeMetadata><Provider><Party FormalName="${issuer === 'afp.com' ? 'AFP' : 'Meridian'}"/></Provider></AdministrativeMetadata>`,
    '<DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>',
    '<ContentItem><Format FormalName="bcNITF2.5"/><DataContent>',
    paragraphs(body),
    '</DataContent></ContentItem>',
    '</NewsComponent>',
    '</NewsItem>',
    '</NewsML>',
  )
}

function managementOf({ created, firstCreated, status, embargo, signal }: Dispatch): string[] {
  const word = embargo === undefined ? status : 'embargoed'
  return [
    '<NewsManagement>',
    '<NewsItemType FormalName="News"/>',
    element('FirstCreated', basicTime(firstCreated)),
    element('ThisRevisionCreated', basicTime(created)),
    `<Status FormalName="${word.charAt(0).toUpperCase()}${word.slice(1)}"/>`,
    embargo === undefined
      ? ''
      : `<StatusWillChange><FutureStatus FormalName="Usable"/>${element('DateAndTime', basicTime(embargo))}</StatusWillChange>`,
    signal === undefined
      ? ''
      : `<Instruction FormalName="${signal === 'correction' ? 'Correction' : 'Update'}"/>`,
    '</NewsManagement>',
  ]
}

function advisoryLine(text: string | undefined): string {
  if (text === undefined) return ''
  return `<NewsLine><NewsLineType FormalName="AdvisoryLine"/>${element('NewsLineText', text)}</NewsLine>`
}
