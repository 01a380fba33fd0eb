import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import type { Sharp } from 'sharp'
import sharp from 'sharp'
import { runNext } from '../../src/jobs/jobs.ts'
import type { OutgoingSettings } from '../../src/outgoing/outgoing.ts'
import { pictureWorkers } from '../../src/pictures/pictures.ts'
import type { Newsroom } from './newsroom.ts'

/** A loopback server of pictures for one test. */
export interface PictureServer {
  origin: string
  /** The paths that were asked for, in order. */
  asked: string[]
  /** What stands at each path; tests change it. */
  at: Map<string, Uint8Array | ((request: IncomingMessage, response: ServerResponse) => void)>
  /** Lets the fetches of a test reach this server and nothing else that is not public. */
  outgoing: OutgoingSettings
}

export async function pictureServer(t: TestContext): Promise<PictureServer> {
  const at: PictureServer['at'] = new Map()
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const there = at.get(request.url ?? '')
    if (there === undefined) response.writeHead(404).end()
    else if (typeof there === 'function') there(request, response)
    else response.writeHead(200, { 'content-type': 'image/jpeg' }).end(there)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.close()
    server.closeAllConnections()
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const limits = { connect: 500, total: 1500 }
  return { origin: `http://${host}`, asked, at, outgoing: { named: [host], limits } }
}

/** Runs the jobs of pictures until none is due. */
export async function workPictures(
  { house }: Newsroom,
  outgoing: OutgoingSettings = {},
): Promise<void> {
  const workers = pictureWorkers({ engine: house.engine, now: house.now, outgoing })
  for (let ran = true; ran;) {
    ran = false
    for (const worker of workers) while (await runNext(worker, house)) ran = true
  }
}

/** A picture with something to see in it: sky, a field, and a red square around `mark` (0 to 1). */
export async function photograph(
  width = 1600,
  height = 1000,
  { mark = [0.5, 0.5], sky = '#7fa8c9' }: { mark?: [number, number]; sky?: string } = {},
): Promise<Sharp> {
  const low = Math.ceil(height / 3)
  const side = Math.round(Math.min(width, height) / 5)
  const at = (share: number, whole: number) =>
    Math.max(0, Math.min(whole - side, Math.round(share * whole - side / 2)))
  const [field, square] = await Promise.all([
    plain(width, low, '#5d7a3a').png().toBuffer(),
    plain(side, side, '#d01818').png().toBuffer(),
  ])
  const drawn = await plain(width, height, sky)
    .composite([
      { input: field, top: height - low, left: 0 },
      { input: square, top: at(mark[1], height), left: at(mark[0], width) },
    ])
    .png()
    .toBuffer()
  return sharp(drawn)
}

/** The same as a JPEG file. */
export async function jpeg(...of: Parameters<typeof photograph>): Promise<Buffer> {
  return (await photograph(...of)).jpeg({ quality: 80 }).toBuffer()
}

function plain(width: number, height: number, background: string): Sharp {
  return sharp({ create: { width, height, channels: 3, background } })
}

/** An invented story with pictures, as ninjs 3 has it. */
export function pictured(
  associations: object[],
  { version = 1, ...more }: { version?: number; [key: string]: unknown } = {},
): string {
  return JSON.stringify({
    $schema: 'https://iptc.org/std/ninjs/ninjs-schema_3.0.json',
    uri: 'urn:newsml:wire.example:20260504:ferry',
    standard: { name: 'ninjs', version: '3.0' },
    type: 'text',
    version: String(version),
    pubStatus: 'usable',
    versionCreated: `2026-05-04T0${version}:00:00Z`,
    language: 'en',
    headlines: [{ role: 'main', value: 'The island ferry runs again' }],
    bodies: [
      {
        role: 'main',
        contentType: 'text/plain',
        value:
          'The ferry to the outer islands sailed again on Monday after eleven days in port.\n\nIts engine was mended by two fishermen and a retired teacher of physics, the company said.',
      },
    ],
    associations,
    ...more,
  })
}

/** A picture that goes with it, with all that readers are owed. */
export function association(href: string, more: object = {}): object {
  return {
    name: 'main',
    uri: 'urn:newsml:wire.example:20260504:ferry-picture',
    type: 'picture',
    version: '1',
    pubStatus: 'usable',
    descriptions: [{ role: 'caption', value: 'The ferry leaves the harbour of Port Linnet.' }],
    altText: 'A white ferry between two stone piers.',
    by: 'Ada Quill',
    creditline: 'Meridian',
    renditions: [{ name: 'main', href, contentType: 'image/jpeg', width: 1600, height: 1000 }],
    ...more,
  }
}
