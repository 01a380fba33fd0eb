import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { test } from 'node:test'
import sharp from 'sharp'
import { jpeg, photograph } from '../../../test/site/picture-world.ts'
import { hostileRecords, places, skipWithout } from '../../../test/data/test-data.ts'
import { renditionsOf } from '../making/encode.ts'
import { middle } from '../picture.ts'
import { examine, pictureLimits } from './examine.ts'

async function refusal(bytes: Uint8Array): Promise<string> {
  const result = await examine(bytes)
  assert.ok('refused' in result, 'it was taken')
  return result.refused
}

test('a picture of each kind is taken for what its bytes say', async () => {
  const photo = await photograph(640, 400)
  const files = {
    'image/jpeg': photo.clone().jpeg(),
    'image/png': photo.clone().png(),
    'image/gif': photo.clone().gif(),
    'image/webp': photo.clone().webp(),
    'image/avif': photo.clone().avif({ effort: 0 }),
  }
  for (const [type, file] of Object.entries(files)) {
    const result = await examine(await file.toBuffer())
    assert.ok('sha256' in result, `${type}: ${'refused' in result ? result.refused : ''}`)
    assert.deepEqual([result.contentType, result.width, result.height], [type, 640, 400])
  }
})

test('a picture is measured as it is to be seen', async () => {
  const turned = await (
    await photograph(640, 400)
  )
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const result = await examine(turned)
  assert.ok('sha256' in result)
  assert.deepEqual([result.width, result.height], [400, 640])
})

test('what is no picture is named', async () => {
  const files: [string, RegExp][] = [
    ['<!doctype html><title>404</title>', /HTML page/],
    ['<html><body>moved</body></html>', /HTML page/],
    ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', /SVG drawing/],
    ['<?xml version="1.0"?><!-- --><svg onload="alert(1)"/>', /SVG drawing/],
    ['%PDF-1.7', /PDF/],
    ['II*\0........', /TIFF/],
    ['{"error":"expired"}', /JSON/],
    ['', /no picture/],
  ]
  for (const [text, words] of files) assert.match(await refusal(Buffer.from(text)), words)
})

test('a file that breaks off anywhere is refused', async () => {
  const photo = await photograph(640, 400)
  const whole = [
    await photo.clone().jpeg().toBuffer(),
    await photo.clone().jpeg({ progressive: true }).toBuffer(),
    await photo.clone().png().toBuffer(),
    await photo.clone().gif().toBuffer(),
    await photo.clone().webp().toBuffer(),
  ]
  for (const file of whole)
    for (const share of [0.3, 0.6, 0.95]) await refusal(file.subarray(0, file.length * share))
})

test('a picture with flipped bytes never throws', async () => {
  const photo = await photograph(320, 240)
  for (const file of [await photo.clone().jpeg().toBuffer(), await photo.clone().png().toBuffer()])
    for (let i = 0; i < 40; i++) {
      const copy = Buffer.from(file)
      const at = (i * 7919) % copy.length
      copy[at] = (copy[at] ?? 0) ^ (1 << (i % 8))
      await examine(copy)
    }
})

test('a file that is two things at once is refused', async () => {
  const photo = await jpeg(400, 300)
  const gif = await (await photograph(400, 300)).gif().toBuffer()
  const png = await (await photograph(400, 300)).png().toBuffer()
  const zip = Buffer.from('PK\x03\x04 an archive PK\x05\x06', 'latin1')
  for (const file of [photo, gif, png]) {
    assert.match(await refusal(Buffer.concat([file, zip])), /behind its end/)
    assert.match(
      await refusal(Buffer.concat([file, Buffer.from('<script>alert(1)</script>')])),
      /behind its end/,
    )
  }
  const comment = Buffer.concat([
    photo.subarray(0, 2),
    Buffer.from([0xff, 0xfe, 0, 2 + 27]),
    Buffer.from('<html><script>alert(1)</scr'),
    photo.subarray(2),
  ])
  assert.match(await refusal(comment), /page or a program/)
})

test('padding behind a picture, and the small second one of some cameras, do no harm', async () => {
  const photo = await jpeg(400, 300)
  assert.ok('sha256' in (await examine(Buffer.concat([photo, Buffer.alloc(512)]))))
  assert.ok('sha256' in (await examine(Buffer.concat([photo, await jpeg(160, 120)]))))
})

test('a bomb is refused by its header, before it unfolds', async () => {
  const before = process.memoryUsage().rss
  assert.match(await refusal(pngHeader(30_000, 30_000)), /30000 by 30000/)
  assert.match(await refusal(pngHeader(21_000, 10)), /21000 by 10/)
  const huge = await sharp({
    create: { width: 9000, height: 9000, channels: 3, background: '#000' },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 9 })
    .toBuffer()
  assert.ok(huge.length < 1024 * 1024, 'a small file')
  assert.match(await refusal(huge), /at most 64 million/)
  const grown = process.memoryUsage().rss - before
  assert.ok(grown < 500 * 1024 * 1024, `memory grew by ${grown} bytes`)
})

test('what moves is refused, however many frames it has', async () => {
  const frame = { create: { width: 240, height: 240, channels: 3 as const, background: '#123' } }
  const still = await sharp(frame).gif().toBuffer()
  const films = [manyFrames(still, 2), manyFrames(still, 5000)]
  for (const film of films) assert.match(await refusal(film), /It moves/)
})

test('an icon or a counter is no picture', async () => {
  assert.match(await refusal(await jpeg(60, 60)), /too few/)
})

test('what is larger than the limit is refused unread', async () => {
  assert.match(await refusal(Buffer.alloc(pictureLimits.bytes + 1)), /more than 20 MB/)
})

const folder = join(places.hostile, 'upload')

test(
  'no hostile upload is taken, or nothing that could run is left in what readers get',
  { skip: skipWithout(folder) },
  async () => {
    const names = readdirSync(folder).map((name) => name.replace(/\.jsonl$/, ''))
    const records = hostileRecords('upload', names, 1000)
    assert.ok(records.length > 0)
    for (const { name, bytes } of records) {
      const result = await examine(bytes)
      if ('refused' in result) continue
      for (const format of ['jpeg', 'webp', 'avif'] as const)
        for (const made of await renditionsOf(result, middle, format, 'key')) {
          const text = Buffer.from(made.bytes).toString('latin1')
          assert.doesNotMatch(text, /<script|<svg|<img|<\?php|onerror|onclick|javascript:/i, name)
        }
    }
  },
)

/** A PNG whose header promises these dimensions. */
function pngHeader(width: number, height: number): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.set([8, 2, 0, 0, 0], 8)
  const chunks = [
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.alloc(1024))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 0x1a, 10]), ...chunks])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

/** The one frame of a GIF, over and over. */
function manyFrames(gif: Buffer, count: number): Buffer {
  const start = 13 + ((gif[10] ?? 0) & 0x80 ? 3 * 2 ** (((gif[10] ?? 0) & 7) + 1) : 0)
  const frame = gif.subarray(start, -1)
  return Buffer.concat([
    gif.subarray(0, start),
    ...Array<Buffer>(count).fill(frame),
    gif.subarray(-1),
  ])
}
