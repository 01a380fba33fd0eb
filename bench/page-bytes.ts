import { brotliCompressSync } from 'node:zlib'
import type { CDPSession } from 'playwright-core'
import { chromium } from 'playwright-core'
import { findChromium } from '../test/chromium.ts'
import type { Figure } from './figures.ts'
import type { MeasuredSite } from './site.ts'
import { mostDiscussed } from './site.ts'

type Kind = 'HTML' | 'scripts' | 'pictures' | 'other'
type Bytes = Record<Kind, number> & { requests: number }

/** What a browser loads for a page, against the bytes of the words that stand on it. */
export async function pageBytes(site: MeasuredSite): Promise<Figure[]> {
  const executablePath = findChromium()
  if (executablePath === undefined) {
    process.stderr.write('No page bytes: there is no Chromium here.\n')
    return []
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const figures: Figure[] = []
    for (const [name, path] of [
      ['article', await mostDiscussed(site.origin)],
      ['front page', '/'],
    ] as const) {
      const page = await browser.newPage()
      const session = await page.context().newCDPSession(page)
      const bytes = await loadedOver(session, async () => {
        await page.goto(site.origin + path, { waitUntil: 'networkidle' })
      })
      const words = await page.evaluate<string>('document.body.innerText')
      figures.push(...figuresFor(name, bytes, brotliCompressSync(words).length))
      await page.close()
    }
    return figures
  } finally {
    await browser.close()
  }
}

async function loadedOver(session: CDPSession, visit: () => Promise<void>): Promise<Bytes> {
  const bytes: Bytes = { HTML: 0, scripts: 0, pictures: 0, other: 0, requests: 0 }
  const kinds = new Map<string, Kind>()
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (/^https?:/.test(response.url)) kinds.set(requestId, kindOf(type))
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    if (kind === undefined) return
    bytes[kind] += encodedDataLength
    bytes.requests++
  })
  await session.send('Network.enable')
  await visit()
  return bytes
}

function kindOf(type: string): Kind {
  if (type === 'Document') return 'HTML'
  if (type === 'Script') return 'scripts'
  return type === 'Image' ? 'pictures' : 'other'
}

function figuresFor(page: string, bytes: Bytes, words: number): Figure[] {
  const kinds: Kind[] = ['HTML', 'scripts', 'pictures', 'other']
  return kinds.map((kind) => {
    const ratio = bytes[kind] / words
    return {
      group: 'page-bytes',
      name: `${page}, ${kind}, over the wire with heads`,
      unit: 'bytes',
      site: bytes[kind],
      floor: words,
      ratio: { median: ratio, min: ratio, max: ratio },
      ...(kind === 'HTML' ? { more: { requests: bytes.requests } } : {}),
    }
  })
}
