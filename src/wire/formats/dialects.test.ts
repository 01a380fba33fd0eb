/** Invented stories in the manners of agencies, of which no sample is at hand or only one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWire } from '../reading/read-wire.ts'

interface Dialect {
  name: string
  text: string
  /** Version, status, time, language and source. */
  facts: string
  paragraphs: string[]
  /** A part of the reason why it is held, where it is. */
  held?: string
}

const dialects: Dialect[] = [
  {
    name: 'ANSA, empty fields and text beside tags',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:ansa.it:20300501:ANSA123" version="3" standard="NewsML-G2" standardversion="2.28" conformance="power" xml:lang="it">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_29.xml"/>
<rightsInfo><copyrightHolder literal="ANSA"/><usageTerms></usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider literal="ANSA"/><versionCreated>2030-05-01T10:00:00+02:00</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><urgency></urgency><contentCreated>2030-05-01T09:58:00+02:00</contentCreated><slugline></slugline><headline>Il faro resta acceso</headline><headline role="hld:subHeadline">Torna il guardiano</headline><by>Ada Moor</by><located qcode="city:1"><name>Porto Moor</name></located><subject type="cpnat:abstract" qcode="medtop:04000000"><name>economia</name></subject></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>(ANSA) - PORTO MOOR, 1 MAG - Il faro <b>resta</b> acceso, dice la capitaneria.<br/><br/>Nessuno si oppone. (ANSA).</body></html></inlineXML></contentSet>
</newsItem>`,
    facts: '3 usable 2030-05-01T08:00:00.000Z it ANSA',
    paragraphs: [
      '(ANSA) - PORTO MOOR, 1 MAG - Il faro resta acceso, dice la capitaneria.',
      'Nessuno si oppone. (ANSA).',
    ],
  },
  {
    name: 'Reuters, every name with a prefix and the label utf8',
    text: `<?xml version='1.0' encoding='utf8'?>
<ns0:newsMessage xmlns:ns0="http://iptc.org/std/nar/2006-10-01/" xmlns:ns1="http://www.w3.org/1999/xhtml" xmlns:rtr="http://www.reuters.com/ns/2003/08/content"><ns0:header><ns0:sent>2030-05-01T10:00:00.000Z</ns0:sent></ns0:header><ns0:itemSet><ns0:newsItem guid="tag:reuters.com,2030:newsml_L1X00001" version="5" standard="NewsML-G2" standardversion="2.18" xml:lang="en"><ns0:rightsInfo><ns0:copyrightHolder literal="Thomson Reuters"/></ns0:rightsInfo><ns0:itemMeta><ns0:itemClass qcode="icls:text" rtr:msgType="A"/><ns0:provider literal="reuters.com"/><ns0:versionCreated>2030-05-01T10:00:00.000Z</ns0:versionCreated><ns0:pubStatus qcode="stat:usable"/><ns0:signal qcode="edStat:U"/></ns0:itemMeta><ns0:contentMeta><ns0:urgency>4</ns0:urgency><ns0:slugline separator="-">SKERRY-LIGHT/</ns0:slugline><ns0:headline>UPDATE 1-Lighthouse keeps keeper</ns0:headline><ns0:dateline>PORT MOOR, May 1 (Reuters) - </ns0:dateline><ns0:by>Ada Moor</ns0:by></ns0:contentMeta><ns0:contentSet><ns0:inlineXML contenttype="application/xhtml+html"><ns1:html><ns1:head><ns1:title/></ns1:head><ns1:body><ns1:p>By Ada Moor</ns1:p><ns1:p>PORT MOOR, May 1 (Reuters) - The lamp stays <ns1:em>lit</ns1:em> after all.</ns1:p><ns1:p>(Editing by Bo Tarn)</ns1:p></ns1:body></ns1:html></ns0:inlineXML></ns0:contentSet></ns0:newsItem></ns0:itemSet></ns0:newsMessage>`,
    facts: '5 usable 2030-05-01T10:00:00.000Z en Reuters',
    paragraphs: [
      'PORT MOOR, May 1 (Reuters) - The lamp stays lit after all.',
      '(Editing by Bo Tarn)',
    ],
  },
  {
    name: 'STT, one note for readers and one that is not',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:stt="http://www.stt-lehtikuva.fi/NewsML" guid="urn:newsml:stt.fi:20300501:101801632" version="2" standard="NewsML-G2" standardversion="2.12" conformance="power" xml:lang="fi-FI"><rightsInfo><copyrightHolder><name>STT</name></copyrightHolder></rightsInfo><itemMeta><itemClass qcode="ninat:text"/><provider literal="STT"/><versionCreated>2030-05-01T10:00:00+03:00</versionCreated><pubStatus qcode="stat:usable"/><edNote role="sttnote:private">Soita 5550100</edNote><edNote role="sttnote:public">Korjattu luku.</edNote></itemMeta><contentMeta><urgency>3</urgency><headline>Majakka valaisee</headline><by>STT--Ada Moor</by></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>Majakka valaisee yh&#228;.</p></body></html></inlineXML></contentSet></newsItem>`,
    facts: '2 usable 2030-05-01T07:00:00.000Z fi-FI STT',
    paragraphs: ['Majakka valaisee yhä.'],
  },
  {
    name: 'EFE, NITF in Latin-1 with a date in its dateline',
    text: `<?xml version="1.0" encoding="ISO-8859-1"?>
<nitf><head><title>El faro sigue</title><docdata><doc-id id-string="18024253" regsrc="EFE"/><date.issue norm="20300501T100000+0200"/><du-key key="faro" version="1"/><urgency ed-urg="4"/><evloc city="Port Moor"/><doc.copyright holder="EFE" year="2030"/></docdata></head><body><body.head><hedline><hl1>El faro sigue encendido</hl1></hedline><dateline><location>Port Moor</location><story.date>1 may (EFE).-</story.date></dateline></body.head><body.content><p>El faro sigue encendido, dijo la capitan&#237;a.</p><p>Nadie se opone. EFE</p></body.content></body></nitf>`,
    facts: '1 usable 2030-05-01T08:00:00.000Z - EFE',
    paragraphs: ['El faro sigue encendido, dijo la capitanía.', 'Nadie se opone. EFE'],
  },
  {
    name: 'CP, NITF with the pattern of a date where none is',
    text: `<?xml version="1.0" encoding="utf-8"?>
<nitf><head><title>Lighthouse</title><meta name="cp-slug" content="Skerry-Light"/><docdata management-status="usable"><doc-id id-string="NH123" regsrc="CP"/><date.release norm="YYYYMMDD000000-HHMM"/><date.issue norm="20300501100000-0400"/><urgency ed-urg="3"/><doc.copyright holder="The Canadian Press" year="2030"/></docdata><revision-history comment="ADDS quotes"/></head><body><body.head><hedline><hl1>Lighthouse keeps keeper</hl1></hedline><byline>Ada Moor, <byttl>THE CANADIAN PRESS</byttl></byline><distributor>The Canadian Press</distributor><dateline><location>PORT MOOR, N.S.</location></dateline></body.head><body.content><block><p>PORT MOOR, N.S. - The lamp stays lit.</p><p>This report by The Canadian Press was first published May 1, 2030.</p></block></body.content></body></nitf>`,
    facts: '20300501100000-0400 usable 2030-05-01T14:00:00.000Z - CP',
    paragraphs: [
      'PORT MOOR, N.S. - The lamp stays lit.',
      'This report by The Canadian Press was first published May 1, 2030.',
    ],
    held: 'embargo time',
  },
  {
    name: 'Superdesk, ninjs 1 with keys of its own',
    text: `{"guid":"urn:newsml:localhost:2030-05-01T10:00:00.1:abc","version":"4","type":"text","versioncreated":"2030-05-01T10:00:00+0000","firstcreated":"2030-05-01T09:00:00+0000","pubstatus":"usable","profile":"article","service":[{"name":"National","code":"n"}],"genre":[{"name":"Article","code":"Article"}],"headline":"Lighthouse keeps keeper","slugline":"skerry-light","byline":"Ada Moor","language":"en","priority":3,"urgency":3,"body_html":"<p>The lamp stays lit.</p><p>Nobody objected.</p>","description_html":"<p>A lamp</p>","subject":[{"code":"04000000","name":"economy"}],"authors":[{"name":"Ada Moor","role":"writer"}],"place":[{"code":"PM","name":"Port Moor"}],"extra":{"phone":"5550100"},"source":"sd"}`,
    facts: '4 usable 2030-05-01T10:00:00.000Z en sd',
    paragraphs: ['The lamp stays lit.', 'Nobody objected.'],
  },
  {
    name: 'ninjs 3.1 with an embargo, an expiry and rights',
    text: `{"standard":{"name":"ninjs","version":"3.1","schema":"https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"},"uri":"tag:tt.se,2030:sdl1","version":"2","type":"text","pubStatus":"usable","versionCreated":"2030-05-01T10:00:00+02:00","embargoed":"2030-05-02T06:00:00+02:00","expires":"2030-06-01T00:00:00Z","language":"sv","headlines":[{"role":"main","value":"Fyren lyser"}],"bodies":[{"role":"main","contentType":"text/html","value":"<h1>Fyren lyser</h1><p>Fyren lyser än.</p>"},{"role":"summary","contentType":"text/plain","value":"Fyr"}],"edNote":"Ring 5550100","digitalSourceType":{"uri":"http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture","name":"x"},"rightsInfo":{"dataMining":"http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED"},"slugline":"fyr","by":"Ada Moor/TT"}`,
    facts: '2 usable 2030-05-01T08:00:00.000Z sv TT',
    paragraphs: ['Fyren lyser än.'],
  },
  {
    name: 'Kyodo, NewsML 1 around NITF',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<NewsML Version="1.2"><NewsEnvelope><DateAndTime>20300501T100000+0900</DateAndTime></NewsEnvelope><NewsItem><Identification><NewsIdentifier><ProviderId>kyodonews.jp</ProviderId><DateId>20300501</DateId><NewsItemId>2030050101000001</NewsItemId><RevisionId PreviousRevision="1" Update="A">2</RevisionId><PublicIdentifier>urn:newsml:kyodonews.jp:20300501:2030050101000001:2A</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20300501T090000+0900</FirstCreated><ThisRevisionCreated>20300501T100000+0900</ThisRevisionCreated><Status FormalName="Usable"/><Urgency FormalName="3"/></NewsManagement><NewsComponent><NewsLines><HeadLine>LEAD: Lighthouse keeps keeper</HeadLine><SlugLine>Light</SlugLine></NewsLines><ContentItem><Format FormalName="NITF"/><DataContent><nitf><body><body.content><p>PORT MOOR, May 1 Kyodo - The lamp stays lit.</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
    facts: '2 usable 2030-05-01T01:00:00.000Z - kyodonews.jp',
    paragraphs: ['PORT MOOR, May 1 Kyodo - The lamp stays lit.'],
  },
]

for (const { name, text, facts, paragraphs, held } of dialects) {
  test(`rule 2: ${name}`, () => {
    const bytes = Buffer.from(text, /ISO-8859-1/.test(text) ? 'latin1' : 'utf8')
    const { items, refused } = readWire(bytes)
    assert.deepEqual(refused, [])
    const [item, ...others] = items
    assert.ok(item)
    assert.deepEqual(others, [])
    const { version, pubStatus, versionCreated, language = '-', standfirst } = item
    assert.equal([version, pubStatus, versionCreated, language, standfirst.source].join(' '), facts)
    assert.deepEqual(standfirst.bodyText.split('\n\n'), paragraphs)
    assert.equal(standfirst.held.length, held === undefined ? 0 : 1)
    assert.ok(standfirst.held.join().includes(held ?? ''))
    // Contacts of these files all have one number.
    assert.doesNotMatch(JSON.stringify({ ...item, edNote: '', standfirst: '' }), /5550100/)
  })
}

test('rule 23: rights and the making of ninjs 3.1 are read from objects and addresses', () => {
  const { text = '' } = dialects.find(({ name }) => name.startsWith('ninjs 3.1')) ?? {}
  const [item] = readWire(Buffer.from(text)).items
  assert.equal(item?.embargoed, '2030-05-02T04:00:00.000Z')
  assert.equal(item.expires, '2030-06-01T00:00:00.000Z')
  assert.equal(
    item.digitalSourceType,
    'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
  )
  assert.deepEqual(item.rightsInfo, {
    dataMining: 'http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED',
  })
})
