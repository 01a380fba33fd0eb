import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { jpeg, photograph } from '../../../test/site/picture-world.ts'
import { middle } from '../picture.ts'
import { examine } from '../reading/examine.ts'
import { withIptcRecords, withoutPositions } from './carried-metadata.ts'
import { renditionsOf } from './encode.ts'
import { sizesOf } from './sizes.ts'
import { expiryOf, reasonsAgainst } from '../offering/offering.ts'
import { iimFields } from '../reading/iim.ts'
import { xmpFields } from '../reading/xmp.ts'

const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 photoshop:Credit="Meridian" photoshop:Instructions="NO SALES" exif:GPSLatitude="54,12.5N" Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture">
<dc:description><rdf:Alt><rdf:li xml:lang="de">Eine Fähre</rdf:li><rdf:li xml:lang="x-default">A ferry &amp; two piers</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>Ada Quill</rdf:li><rdf:li>Bo Linn</rdf:li></rdf:Seq></dc:creator>
<exif:GPSLongitude>8,30.1E</exif:GPSLongitude>
<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A white ferry</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
</rdf:Description></rdf:RDF></x:xmpmeta>`

async function captioned(width: number, height: number): Promise<Buffer> {
  return (await photograph(width, height))
    .withExif({
      IFD0: { Copyright: 'Meridian 2026' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '54/1 12/1 30/1' },
    })
    .withXmp(packet)
    .jpeg()
    .toBuffer()
}

test('what a file says of itself is read', async () => {
  const result = await examine(await captioned(640, 400))
  assert.ok('sha256' in result)
  assert.deepEqual(result.metadata, {
    caption: 'A ferry & two piers',
    creator: 'Ada Quill, Bo Linn',
    copyright: 'Meridian 2026',
    credit: 'Meridian',
    instructions: 'NO SALES',
    altText: 'A white ferry',
    digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
    hasPosition: true,
  })
})

test('large renditions carry what the file says, small ones who made it, none where it was', async () => {
  const result = await examine(await captioned(1600, 1000))
  assert.ok('sha256' in result)
  for (const format of ['jpeg', 'webp', 'avif'] as const)
    for (const made of await renditionsOf(result, middle, format, 'key')) {
      const { xmp, exif } = await sharp(made.bytes).metadata()
      const text = xmp?.toString() ?? ''
      assert.match(text, /Ada Quill/, made.name)
      assert.equal(/A ferry/.test(text), made.width >= 1080, made.name)
      assert.doesNotMatch(text, /GPS/, made.name)
      assert.equal(exif, undefined, made.name)
    }
})

test('positions leave a packet however they are written', () => {
  const left = withoutPositions(
    `<rdf:Description exif:GPSLatitude='1' e:GPSAltitude = "2" photoshop:City="Corvane"><exif:GPSMapDatum/><exif:GPSLongitude>3</exif:GPSLongitude></rdf:Description>`,
  )
  assert.equal(left, `<rdf:Description photoshop:City="Corvane"></rdf:Description>`)
})

test('a picture is never made larger, and its own width is the last', () => {
  const widths = (width: number, height: number, shape: string) =>
    sizesOf({ width, height }, middle)
      .filter((size) => size.shape === shape)
      .map((size) => size.width)
  assert.deepEqual(widths(6000, 4000, 'whole'), [360, 720, 1080, 1440, 1920])
  assert.deepEqual(widths(800, 500, 'whole'), [360, 720])
  assert.deepEqual(widths(900, 500, 'whole'), [360, 720, 900])
  assert.deepEqual(widths(250, 210, 'whole'), [250])
  assert.deepEqual(widths(900, 300, 'landscape'), [360, 450])
})

test('crops keep the focus, and stay inside', async () => {
  const file = await jpeg(1600, 800, { mark: [0.9, 0.5] })
  const result = await examine(file)
  assert.ok('sha256' in result)
  const redIn = async (focus: { x: number; y: number }): Promise<number> => {
    const made = await renditionsOf(result, focus, 'jpeg', 'key')
    const square = made.find(({ shape, width }) => shape === 'square' && width === 112)
    const { data } = await sharp(square?.bytes).raw().toBuffer({ resolveWithObject: true })
    let red = 0
    for (let i = 0; i < data.length; i += 3)
      if ((data[i] ?? 0) > 150 && (data[i + 1] ?? 0) < 80) red++
    return red / (112 * 112)
  }
  assert.ok((await redIn(middle)) < 0.001, 'the middle misses it')
  assert.ok((await redIn({ x: 900, y: 500 })) > 0.03, 'the focus keeps it')
  assert.ok((await redIn({ x: 1000, y: 1000 })) > 0.03, 'the corner is not beyond the edge')
})

test('a picture is turned as the camera held it', async () => {
  const turned = await (
    await photograph(1600, 800)
  )
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const result = await examine(turned)
  assert.ok('sha256' in result)
  for (const made of await renditionsOf(result, middle, 'jpeg', 'key')) {
    const { width, height, orientation } = await sharp(made.bytes).metadata()
    assert.deepEqual([width, height, orientation], [made.width, made.height, undefined], made.name)
    if (made.shape === 'whole') assert.ok(height > width)
  }
})

test('transparency, grey and sixteen bits come out as a picture', async () => {
  const clear = await sharp({
    create: { width: 400, height: 300, channels: 4, background: '#00000000' },
  })
    .png()
    .toBuffer()
  const grey = await (await photograph(400, 300)).greyscale().png().toBuffer()
  const deep = await (await photograph(400, 300)).toColourspace('rgb16').png().toBuffer()
  for (const file of [clear, grey, deep]) {
    const result = await examine(file)
    assert.ok('sha256' in result, 'refused' in result ? result.refused : '')
    const [made] = await renditionsOf(result, middle, 'jpeg', 'key')
    const { channels } = await sharp(made?.bytes).metadata()
    assert.equal(channels, 3)
  }
  const result = await examine(clear)
  assert.ok('sha256' in result)
  const [made] = await renditionsOf(result, middle, 'jpeg', 'key')
  const { data } = await sharp(made?.bytes).raw().toBuffer({ resolveWithObject: true })
  assert.ok((data[0] ?? 0) > 250, 'white behind what is clear')
})

test('IPTC’s older records are read, and go on in large JPEGs', async () => {
  const dataset = (number: number, text: string) =>
    Buffer.concat([Buffer.from([0x1c, 2, number, 0, Buffer.byteLength(text)]), Buffer.from(text)])
  const iim = Buffer.concat([
    Buffer.from([0x1c, 1, 90, 0, 3, 0x1b, 0x25, 0x47]),
    dataset(120, 'Fischer im Hafen von Port Linné'),
    dataset(80, 'Ada Quill'),
    dataset(110, 'Meridian'),
    dataset(40, 'NO ARCHIVAL USE'),
    dataset(37, '20260601'),
    dataset(38, '120000+0200'),
  ])
  const padded = iim.length % 2 === 0 ? iim : Buffer.concat([iim, Buffer.alloc(1)])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(iim.length)
  const head = Buffer.from('Photoshop 3.0\x008BIM\x04\x04\x00\x00', 'latin1')
  const records = Buffer.concat([head, size, padded])
  const file = withIptcRecords(await jpeg(1280, 800), records)
  const result = await examine(file)
  assert.ok('sha256' in result)
  assert.deepEqual(result.metadata, {
    caption: 'Fischer im Hafen von Port Linné',
    creator: 'Ada Quill',
    credit: 'Meridian',
    instructions: 'NO ARCHIVAL USE',
    expires: '2026-06-01T10:00:00.000Z',
  })
  for (const made of await renditionsOf(result, middle, 'jpeg', 'key')) {
    const { iptc } = await sharp(made.bytes).metadata()
    assert.equal(iptc?.includes('NO ARCHIVAL USE') ?? false, made.width >= 1080, made.name)
  }
})

test('an end in a file that cannot be read waits for a person, and none is none', () => {
  const iim = (date: string) =>
    iimFields(Buffer.concat([Buffer.from([0x1c, 2, 37, 0, date.length]), Buffer.from(date)]))
  const xmp = (date: string) =>
    xmpFields(
      Buffer.from(
        `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:p="http://prismstandard.org/namespaces/prismusagerights/2.1/"><p:expirationDate>${date}</p:expirationDate></rdf:Description></rdf:RDF>`,
      ),
    )
  for (const none of [iim(''), iim('00000000'), xmp('')]) assert.equal(none.expires, undefined)
  for (const metadata of [iim('2030131x'), iim('20301399'), xmp('next spring')]) {
    const offer = {
      facts: { pubStatus: 'usable', terms: [], expires: '2030-01-01T00:00:00.000Z' },
      words: { caption: 'A lamp.', credit: 'Ida Holm' },
      metadata,
      confirmedTerms: null,
      trouble: null,
      renditions: [],
    }
    assert.equal(expiryOf(offer.facts, metadata), '2030-01-01T00:00:00.000Z')
    const reasons = reasonsAgainst(offer, new Date('2026-05-04T12:00:00Z')).join()
    assert.match(reasons, /have to be confirmed: .*time of expiry cannot be read/)
  }
})
