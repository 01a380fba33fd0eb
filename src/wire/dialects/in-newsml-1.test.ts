/** NewsML 1 as agencies write it; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../item.ts'
import { readWire } from '../reading/read-wire.ts'
import { itemIn } from '../../../test/data/wire-item.ts'

interface Parts {
  provider?: string
  identifier?: string
  status?: string
  type?: string
  component: string
}

function read({ provider = 'moor.example', identifier, status, type, component }: Parts): WireItem {
  const id =
    identifier ??
    `<ProviderId>${provider}</ProviderId><DateId>20300501</DateId><NewsItemId>K1</NewsItemId><RevisionId>2</RevisionId><PublicIdentifier>urn:newsml:${provider}:20300501:K1:2</PublicIdentifier>`
  const xml = `<NewsML><NewsItem><Identification><NewsIdentifier>${id}</NewsIdentifier></Identification>
    <NewsManagement><NewsItemType FormalName="${type ?? 'News'}"/><ThisRevisionCreated>20300501T060000</ThisRevisionCreated><Status FormalName="${status ?? 'Usable'}"/></NewsManagement>
    <NewsComponent xml:lang="nl">${component}</NewsComponent></NewsItem></NewsML>`
  return itemIn(xml)
}

const lines = (more = ''): string =>
  `<NewsLines><HeadLine>Lamp stays lit</HeadLine>${more}</NewsLines>`
const content = (data: string): string =>
  `<ContentItem><DataContent>${data}</DataContent></ContentItem>`
const role = (name: string, inner: string): string =>
  `<NewsComponent><Role FormalName="${name}"/>${inner}</NewsComponent>`
const nitf = (text: string): string =>
  content(`<nitf><body><body.content>${text}</body.content></body></nitf>`)

test('HTML in CDATA or escaped is mark-up, and never shown as letters', () => {
  const html = content(
    '<![CDATA[<!-- lead -->\n<P>Lit &amp; bright.</P>\n<P> </P>\n<table><tr><td>Oil</td><td>2</td></tr></table>]]>',
  )
  assert.equal(read({ component: lines() + html }).standfirst.bodyText, 'Lit & bright.\n\nOil\t2')
  const escaped = content(
    '\tIda &lt;b&gt;Holm&lt;/b&gt; rows.\n\tAda rests, says &lt;ada@moor.example&gt;.',
  )
  const item = read({ component: lines() + escaped })
  assert.equal(item.bodies[0]?.value.includes('<strong>Holm</strong>'), true)
})

test('lines without mark-up are paragraphs, and an address in angle brackets is no tag', () => {
  const plain = content('\tIda rows.\n\tAda rests, says &lt;ada@moor.example&gt;.')
  assert.equal(
    read({ component: lines() + plain }).standfirst.bodyText,
    'Ida rows.\n\nAda rests, says <ada@moor.example>.',
  )
})

test('an identifier that names only the agency is completed, so that two items stay two', () => {
  const belga = (id: string): string =>
    `<ProviderId>belga.be</ProviderId><DateId>20300501T133400</DateId><NewsItemId>${id}</NewsItemId><RevisionId>4</RevisionId><PublicIdentifier>urn:newsml:www.belga.be</PublicIdentifier>`
  const component = lines() + content('Lit.')
  const item = read({ identifier: belga('98055798'), component })
  assert.equal(item.uri, 'urn:newsml:belga.be:98055798')
  assert.equal(item.language, 'nl')
  // The clock of the sender's newsroom.
  assert.equal(item.versionCreated, '2030-05-01T04:00:00.000Z')
  assert.match(
    read({ identifier: belga('0'), component }).uri,
    /^urn:newsml:belga\.be:20300501T133400:[\da-f]{12}$/,
  )
})

const picture = role(
  'Picture',
  lines('<CreditLine>MOOR</CreditLine>') +
    role('Title', content('A title of the picture')) +
    role('Caption', content('The lamp by night')) +
    role(
      'Image',
      '<ContentItem Href="lamp.jpeg"><Format FormalName="Jpeg"/><Characteristics><Property FormalName="Width" Value="200"/><Property FormalName="Height" Value="150"/></Characteristics></ContentItem>',
    ),
)
const logo = role(
  'Logo',
  ['Thumbnail', 'Highres']
    .map(
      (use) =>
        `<ContentItem Href="https://example.com/${use}.jpg"><MimeType FormalName="image/jpeg"/><Characteristics><Property FormalName="ImageUse" Value="${use}"/></Characteristics></ContentItem>`,
    )
    .join(''),
)
test('titles, abstracts, tweets and what belongs to a picture stay out of the text', () => {
  const item = read({
    component:
      lines() +
      role('Title', content('Lamp stays lit')) +
      role('Abstract', content('In short, lit')) +
      role('Lead', content('The lamp stays lit, says the keeper.')) +
      role('Body', content('Nobody objected.')) +
      role('TweetText', content('Lit! #lamp')) +
      picture +
      logo,
  })
  assert.equal(item.standfirst.bodyText, 'The lamp stays lit, says the keeper.\n\nNobody objected.')
  assert.deepEqual(item.descriptions, [{ role: 'summary', value: 'In short, lit' }])
  assert.deepEqual(item.associations, [
    {
      rel: 'picture',
      type: 'picture',
      headline: 'Lamp stays lit',
      description: 'The lamp by night',
      creditline: 'MOOR',
      renditions: [{ name: 'main', href: 'lamp.jpeg', width: 200, height: 150 }],
    },
    {
      rel: 'logo',
      type: 'logo',
      renditions: ['Thumbnail', 'Highres'].map((use) => ({
        name: use.toLowerCase(),
        href: `https://example.com/${use}.jpg`,
        contentType: 'image/jpeg',
      })),
    },
  ])
})

test('EFE: slug, initials and a time in the wrong places are not shown to readers', () => {
  const item = read({
    provider: 'texto.efeservicios.com',
    component: `${lines('<SubHeadLine>MOOR SUCESOS</SubHeadLine>')}${content(
      '<nitf baselang="es-ES"><head><docdata><key-list><keyword key="MOOR SUCESOS"/></key-list></docdata></head><body><body.head><hedline><hl1>Lamp stays lit</hl1><hl2>MOOR SUCESOS</hl2></hedline><byline>daa/mt/msr</byline><dateline><story.date norm="20300501T103600+0000">20300501T103600+0000</story.date></dateline><abstract><p>Puerto Moor, 1 may (EFE).- La lámpara del puerto sigue encendida, informó hoy una fuente oficial del faro.,El gua</p></abstract></body.head><body.content><p>Puerto Moor, 1 may (EFE).- La lámpara del puerto sigue encendida, informó hoy una fuente oficial del faro.</p><p>El guarda calla. EFE</p></body.content></body></nitf>',
    )}`,
  })
  assert.equal(item.slugline, 'MOOR SUCESOS')
  assert.deepEqual(item.headlines, [{ role: 'main', value: 'Lamp stays lit' }])
  assert.deepEqual([item.by, item.dateline, item.descriptions.length], [undefined, undefined, 0])
})

test('ANP: the line that says which message this one replaces is for editors', () => {
  const item = read({
    provider: 'anp.nl',
    component:
      lines('<KeywordLine>ECO/ECO10;LAMP</KeywordLine>') +
      '<AdministrativeMetadata><Provider><Party FormalName="ANP"/></Provider></AdministrativeMetadata>' +
      nitf('<p>N i e u w bericht, vervangt: Lamp uit</p><p>MOOR (ANP) - De lamp brandt.</p>'),
  })
  assert.equal(item.standfirst.bodyText, 'MOOR (ANP) - De lamp brandt.')
  assert.deepEqual(item.keywords, ['ECO/ECO10', 'LAMP'])
  assert.equal(item.standfirst.signals[0]?.kind, 'replace')
})

test('PA: a comment on the component is a note, and "ends" is no part of the story', () => {
  const item = read({
    provider: 'pa.press.net',
    status: 'Embargoed',
    component:
      lines() +
      role(
        'Main',
        `<Comment> Embargoed to 0001 Tuesday </Comment>${nitf('<p>The lamp is lit.</p><p>ends</p>')}`,
      ),
  })
  assert.equal(item.edNote, 'Embargoed to 0001 Tuesday')
  assert.equal(item.pubStatus, 'withheld')
  assert.equal(item.standfirst.bodyText, 'The lamp is lit.')
})

test('subjects take their names from the topics that the item brings, and a date is no dateline', () => {
  const item = read({
    component: `<TopicSet><Topic><FormalName>09003000</FormalName><Description xml:lang="el" Variant="Name">Εργασία</Description><Description xml:lang="en" Variant="Name">Work</Description></Topic></TopicSet>${lines(
      '<SubHeadLine>The lamp stays lit, the harbour said on Wednesday.</SubHeadLine><DateLine>1/5/2030</DateLine>',
    )}<DescriptiveMetadata><Genre FormalName="Current"/><SubjectCode><SubjectMatter FormalName="09003000"/></SubjectCode><Property FormalName="City" Value="Port Moor"/></DescriptiveMetadata>${content('<![CDATA[<P>The lamp stays lit, the harbour said on Wednesday.</P><P>It is bright.</P>]]>')}`,
  })
  assert.equal(item.subjects[0]?.name, 'Work')
  assert.deepEqual([item.dateline, item.located, item.genres], [undefined, 'Port Moor', undefined])
  // A sub-headline that is the first sentence does not take it from the text.
  assert.match(item.standfirst.bodyText, /^The lamp stays lit, the harbour said on Wednesday\.\n\n/)
})

test('an alert is a text', () => {
  const item = read({ type: 'Alert', component: lines() + nitf('<p>Lamp lit</p>') })
  assert.equal(item.type, 'text')
})

test('Belga: the text of a spoken bulletin stands under its recording, a caption never does', () => {
  const recording = '<ContentItem Href="http://example.com/a.mp3"/>'
  const spoken = role('Audio', recording + role('Body', content('The lamp was heard.')))
  assert.equal(read({ component: lines() + spoken }).standfirst.bodyText, 'The lamp was heard.')
  const beside = role('Body', content('The story.')) + spoken
  assert.equal(read({ component: lines() + beside }).standfirst.bodyText, 'The story.')
  const picture = role('Picture', role('Body', content('About the picture.')))
  assert.equal(read({ component: lines() + picture }).standfirst.bodyText, '')
})

test('a bare date is no dateline', () => {
  const dated = lines('<DateLine>20300501</DateLine>') + content('Lit.')
  assert.equal(read({ component: dated }).dateline, undefined)
})

test('a caption that is a whole NITF document is its text without the headline of the story', () => {
  const caption = (text: string): unknown => {
    const nitf = `<nitf><body><body.head><hedline><hl1>Lamp stays lit</hl1></hedline></body.head><body.content>${text}</body.content></body></nitf>`
    const file = '<ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem>'
    const component = `${lines()}${role('Main', content('<p>It is lit.</p>'))}<NewsComponent>${role('Caption', content(nitf))}${role('Main', file)}</NewsComponent>`
    return read({ component }).associations?.map(({ description }) => description)
  }
  assert.deepEqual([caption('<p>By day</p>'), caption('<p> </p>')], [['By day'], [undefined]])
})

test('AFP: headline, byline and credit of a picture beside the text are the picture’s alone', () => {
  const file = (name: string, href: string): string =>
    `<NewsComponent><Role FormalName="${name}"/><ContentItem Href="${href}"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>`
  const item = read({
    provider: 'afp.com',
    component:
      lines('<DateLine>Moor (AFP)</DateLine>') +
      `<NewsComponent>${content('<media><media-reference data-location="#photo0"/></media><p>It is lit.</p>')}</NewsComponent>` +
      `<NewsComponent Duid="photo0"><NewsLines><HeadLine>The keeper</HeadLine><CreditLine>Moor Images</CreditLine><ByLine>Ida Holm</ByLine></NewsLines>${role('Caption', content('<p>The keeper at the lamp</p>'))}${file('HighDef', 'a.jpg')}${file('Thumbnail', 'b.jpg')}</NewsComponent>`,
  })
  assert.deepEqual(item.headlines, [{ role: 'main', value: 'Lamp stays lit' }])
  assert.deepEqual([item.by, item.creditline], [undefined, undefined])
  const [picture] = item.associations ?? []
  assert.deepEqual(
    [picture?.headline, picture?.by, picture?.creditline, picture?.renditions.length],
    ['The keeper', 'Ida Holm', 'Moor Images', 2],
  )
})

test('AFP: initials in Arabic leave the text, and a memo to subscribers waits for a person', () => {
  const sent = (headline: string, text: string, initials: string): WireItem =>
    read({
      provider: 'afp.com',
      component: `<NewsLines><HeadLine>${headline}</HeadLine></NewsLines>${nitf(`<p>${text}</p><p>${initials}</p><p/>`)}`,
    })
  for (const initials of ['مب/نت/ص ك', 'ا ف ب/جص', 'سب-لال/ب ق/ود']) {
    const item = sent('المصباح', 'المصباح مضاء الليلة.', initials)
    assert.equal(item.standfirst.bodyText, 'المصباح مضاء الليلة.', initials)
    assert.deepEqual(item.standfirst.held, [])
  }
  const words = sent('المصباح', 'المصباح مضاء.', 'قال الحارس إن الزيت/الماء كثير جدا')
  assert.match(words.standfirst.bodyText, /كثير جدا$/)
  for (const headline of ['مذكرة', 'Note aux abonnés', 'Aviso a los clientes:']) {
    assert.match(sent(headline, 'Oil.', 'ab/cd').standfirst.held.join(), /for editors/, headline)
  }
  assert.deepEqual(sent('Note aux abonnés du phare', 'Oil.', 'ab/cd').standfirst.held, [])
})

test('Lusa: times are Lisbon’s, and initials and the mark of the end are no part of the story', () => {
  const item = read({
    provider: 'lusa.pt',
    component:
      lines() +
      content(
        '<![CDATA[<P>O farol acende.</P><P>A luz volta.</P><P>AB // CD</P><P>Lusa/Fim</P>]]>',
      ),
  })
  assert.equal(item.standfirst.bodyText, 'O farol acende.\n\nA luz volta.')
  assert.equal(item.versionCreated, '2030-05-01T05:00:00.000Z')
  assert.equal(item.standfirst.source, 'Lusa')
})

const clip = (href: string, format: string): string =>
  `<NewsComponent><ContentItem Href="${href}"><Format FormalName="${format}"/><Characteristics><SizeInBytes>9</SizeInBytes></Characteristics></ContentItem></NewsComponent>`

test('sounds beside a bulletin that is spoken are its recordings, with headlines of their own', () => {
  const titled = (name: string, inner: string): string =>
    `<NewsLines><HeadLine>${name}</HeadLine><CreditLine>MOOR</CreditLine></NewsLines>${role('Title', content(name))}${inner}`
  const item = read({
    component: `<NewsLines><HeadLine>No Headline !</HeadLine></NewsLines>${role('Quote', titled('03 QUOTE HOLM', role('Body', '<ContentItem><DataContent/></ContentItem>') + clip('holm.mp3', 'Mpeg3')))}${role('Audio', titled('moor 18:00', role('Body', content('The lamp burns, says Ida Holm:&#13;&lt;NewsComponentRef idref="D1"/&gt;&#13;It is oil.')) + clip('whole.mp3', 'audio/mpeg')))}`,
  })
  assert.equal(item.type, 'text')
  assert.deepEqual(item.headlines, [{ role: 'main', value: 'moor 18:00' }])
  assert.equal(item.standfirst.bodyText, 'The lamp burns, says Ida Holm:\n\nIt is oil.')
  const [quote, whole] = item.associations ?? []
  assert.deepEqual(
    [quote?.type, quote?.headline, quote?.creditline],
    ['audio', '03 QUOTE HOLM', 'MOOR'],
  )
  assert.equal(whole?.renditions[0]?.href, 'whole.mp3')
  assert.equal(item.associations?.length, 2)
})

test('an item whose only content is a film is a video, with its still beside it', () => {
  const item = read({
    component: `${lines()}${role('Video', role('Body', content('Ida Holm rows.')) + clip('lamp.mp4', 'Mpeg4') + clip('still.jpg', 'Jpeg'))}`,
  })
  assert.equal(item.type, 'video')
  assert.deepEqual(item.renditions, [{ name: 'main', href: 'lamp.mp4', sizeInBytes: 9 }])
  assert.deepEqual(item.descriptions, [{ role: 'caption', value: 'Ida Holm rows.' }])
  assert.equal(item.associations?.[0]?.type, 'picture')
  assert.deepEqual(item.standfirst.held, [])
})

test('a language under a prefix that was made up for it counts', () => {
  const xml = `<NewsComponent xmlns:made="xml" made:lang="fr">${role('Main', content('Une lampe.'))}</NewsComponent>`
  const item = readWire(
    new TextEncoder().encode(
      `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>m.example</ProviderId><DateId>20300501</DateId><NewsItemId>K1</NewsItemId><RevisionId>2</RevisionId></NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName="News"/><Status FormalName="Usable"/></NewsManagement>${xml}</NewsItem></NewsML>`,
    ),
  ).items[0]
  assert.equal(item?.language, 'fr')
})
