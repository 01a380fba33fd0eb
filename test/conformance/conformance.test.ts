import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { chainsFolder, committedChains, formats, writtenFiles } from '../../conformance/chains.ts'
import { playAll } from '../../conformance/conformance.command.ts'
import type { Intake } from '../../conformance/intake.ts'
import { stories } from '../../conformance/story.ts'
import { onBothEngines } from '../database/engines.ts'
import { newsroomOn } from '../site/newsroom.ts'

onBothEngines('the whole conformance set passes', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const intake: Intake = {
    deliver: async ({ bytes }) => {
      const lines = await newsroom.ingest(bytes)
      return { articles: lines.flatMap(({ article }) => (article ? [article] : [])) }
    },
    read: async (address) => {
      const answer = await newsroom.get(address)
      return { status: answer.status, text: await answer.text() }
    },
    forms: ['.json'],
    // The other outlets ask the same gate, which test/outlets/outlets.test.ts proves.
    outlets: ['/search?q={word}'],
    within: 0,
  }
  const lines: string[] = []
  const failed = await playAll(committedChains(), intake, (line) => lines.push(line))
  assert.equal(failed, 0, lines.filter((line) => line.startsWith('differs')).join('\n'))
  await engine.close()
})

test('the committed chains are what the writers make of the stories', () => {
  const written = writtenFiles()
  const committed = globSync('*/*/*', { cwd: chainsFolder })
  assert.deepEqual(committed.sort(), [...written.keys()].sort())
  for (const [path, text] of written)
    assert.equal(readFileSync(join(chainsFolder, path), 'utf8'), text, path)
})

test('every format tells some chain, and every chain is told in some format', () => {
  const chains = committedChains()
  const told = (key: 'chain' | 'format') => [...new Set(chains.map((chain) => chain[key]))].sort()
  assert.deepEqual(told('format'), formats.map(({ name }) => name).sort())
  assert.deepEqual(told('chain'), stories.map(({ chain }) => chain).sort())
})

test('the README names every format', () => {
  const page = readFileSync(join(chainsFolder, '..', 'README.md'), 'utf8')
  const named = formats.filter(({ name }) => page.includes(`\`${name}\``))
  assert.deepEqual(named, formats)
})

test('what must be hidden names the town of its format, so that no other chain says the same', () => {
  for (const { chain, format, word, steps } of committedChains()) {
    for (const { after } of steps) {
      for (const phrase of after.hides ?? [])
        assert.ok(
          phrase.toLowerCase().includes(word.toLowerCase()),
          `${chain} ${format}: ${phrase}`,
        )
    }
  }
})
