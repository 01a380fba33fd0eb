import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onBothEngines } from '../../test/database/engines.ts'
import { newsroomOn } from '../../test/site/newsroom.ts'
import { wireFile } from '../../test/data/wire-file.ts'
import { summariseRevision } from '../summaries/summaries.ts'
import { ingestCommand } from './ingest.command.ts'
import { readWire } from './reading/read-wire.ts'

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

/** Each file that must be refused, and a word that its reason has to say. */
const refused: [name: string, content: string | Buffer, reason: RegExp][] = [
  ['empty.xml', '', /empty/],
  ['picture.xml', png, /picture|text|format|XML/i],
  ['cut.xml', wireFile().slice(0, 600), /XML/],
  [
    'entities.xml',
    `<!DOCTYPE newsItem [<!ENTITY a "many letters">]>${wireFile().split('\n').slice(1).join('\n')}`,
    /entit/i,
  ],
  ['other.json', '{"name":"no news"}', /ninjs|format/i],
  ['no-guid.xml', wireFile().replace(/guid="[^"]*"/, ''), /guid/],
]

onBothEngines(
  'what is no wire file is refused with one clear line, and nothing changes',
  async ({ open }) => {
    const engine = await open()
    const { house } = newsroomOn(engine)
    const folder = mkdtempSync(join(tmpdir(), 'standfirst-test-'))
    mkdirSync(join(folder, 'folder'))
    writeFileSync(join(folder, 'huge.xml'), '')
    truncateSync(join(folder, 'huge.xml'), 200 * 1024 * 1024)
    for (const [name, content] of refused) writeFileSync(join(folder, name), content)
    const expected: [string, RegExp][] = [
      ['missing.xml', /no such file/],
      ['folder', /folder/],
      ['huge.xml', /200 MB; a wire file has at most 5 MB/],
      ...refused.map(([name, , reason]): [string, RegExp] => [name, reason]),
    ]
    for (const [name, reason] of expected) {
      const told: string[] = []
      const printed: string[] = []
      const tools = {
        engine,
        read: readWire,
        onRevision: summariseRevision,
        siteLanguage: 'en',
        section: 'news',
        now: house.now,
      }
      const code = await ingestCommand([join(folder, name)], tools, {
        out: (line) => printed.push(line),
        err: (line) => told.push(line),
      })
      assert.equal(code, 2, name)
      assert.equal(told.length, 1, name)
      assert.match(told[0] ?? '', reason, name)
      assert.ok(told[0]?.startsWith(join(folder, name)), name)
      assert.equal(printed.length, 1, name)
      assert.equal((JSON.parse(printed[0] ?? '') as { outcome: string }).outcome, 'refused', name)
    }
    const { articles } = await engine.db
      .selectFrom('articles')
      .select((s) => s.fn.countAll<number>().as('articles'))
      .executeTakeFirstOrThrow()
    assert.equal(articles, 0)
    rmSync(folder, { recursive: true })
    await engine.close()
  },
)

onBothEngines(
  'a command without a path, or with a strange option, says how it is used',
  async ({ open }) => {
    const engine = await open()
    const tools = {
      engine,
      read: readWire,
      onRevision: summariseRevision,
      siteLanguage: 'en',
      section: 'news',
      now: () => new Date(),
    }
    for (const args of [[], ['--source'], ['--source', 'A b', 'x'], ['--quiet', 'x']]) {
      const told: string[] = []
      const code = await ingestCommand(args, tools, {
        out: () => assert.fail('nothing to print'),
        err: (line) => told.push(line),
      })
      assert.equal(code, 1)
      assert.match(told.join('\n'), /Usage: standfirst ingest PATH/)
    }
    await engine.close()
  },
)
