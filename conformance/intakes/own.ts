/** Our own intake on an empty newsroom in a temporary folder, which is gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { configFrom } from '../../src/config.ts'
import { serve } from '../../src/serve.ts'
import { summariseRevision } from '../../src/summaries/summaries.ts'
import { readWire } from '../../src/wire/reading/read-wire.ts'
import type { IntakeTools } from '../../src/wire/wire.ts'
import { takeIn } from '../../src/wire/wire.ts'
import type { Intake } from '../intake.ts'
import { runningIntake } from './running.ts'

export async function withOwnIntake<T>(play: (intake: Intake) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-conformance-'))
  try {
    const port = String(await freePort())
    const place = { PORT: port, HOST: '127.0.0.1', STANDFIRST_DATA: folder }
    const config = configFrom({ ...place, STANDFIRST_LOG: 'quiet' })
    const site = await serve(config, { empty: true }, () => undefined)
    try {
      const { engine, pages, site: about, now } = site.house
      const tools: IntakeTools = {
        engine,
        read: readWire,
        onRevision: summariseRevision,
        siteLanguage: about.language,
        section: about.sections[0]?.slug ?? 'news',
        now,
      }
      const reader = runningIntake({ url: site.origin, source: 'wire', also: [], within: 0 })
      return await play({
        ...reader,
        deliver: async ({ path, bytes }) => {
          const about = { source: 'wire', channel: 'conformance', fileName: basename(path) }
          const lines = await takeIn({ bytes, ...about }, tools)
          // A running site does this by its ticker within a second.
          pages.forgetAll()
          return { articles: lines.flatMap(({ article }) => (article ? [article] : [])) }
        },
        outlets: reader.outlets.map((path) => path.replace('/world', `/${tools.section}`)),
      })
    } finally {
      await site.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
