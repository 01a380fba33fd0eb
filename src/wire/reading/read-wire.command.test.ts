import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readWireCommand } from './read-wire.command.ts'

interface Line {
  uri?: string
  file?: string
  refused?: string
  standfirst?: { body?: unknown; bodyText: string }
}

function run(...paths: string[]): { code: number; lines: Line[] } {
  const lines: Line[] = []
  const code = readWireCommand(paths, {
    out: (line) => lines.push(JSON.parse(line) as Line),
    err: () => undefined,
  })
  return { code, lines }
}

test('read-wire prints one item a line and says by its exit code whether all was understood', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'read-wire-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const good = join(folder, 'good.json')
  const bad = join(folder, 'bad.xml')
  writeFileSync(
    good,
    '{"uri": "urn:x:1", "headline": "Ferry late", "body_html": "<p>By an hour.</p>"}',
  )
  writeFileSync(bad, '<newsItem guid="urn:x:2">')

  const understood = run(good)
  assert.equal(understood.code, 0)
  assert.equal(understood.lines[0]?.uri, 'urn:x:1')
  assert.equal(understood.lines[0]?.standfirst?.bodyText, 'By an hour.')
  assert.equal('body' in (understood.lines[0]?.standfirst ?? {}), false)

  const mixed = run(good, bad, folder, join(folder, 'none.xml'))
  assert.equal(mixed.code, 2)
  assert.deepEqual(
    mixed.lines.slice(1).map(({ file }) => file),
    [bad, folder, join(folder, 'none.xml')],
  )
  assert.match(mixed.lines[1]?.refused ?? '', /cut off/)
  assert.match(mixed.lines[2]?.refused ?? '', /directory/)
  assert.match(mixed.lines[3]?.refused ?? '', /no such file/)
  assert.equal(run().code, 1)
})
