import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { check, summarize } from '../../src/summaries/summaries-tools.ts'
import { harbourStory } from '../site/newsroom.ts'

/** A project of somebody else's, with the package in it as npm would have put it. */
const project = mkdtempSync(join(tmpdir(), 'standfirst-package-'))
const installed = join(project, 'node_modules/standfirst')

const article = {
  headline: 'Port Linnet will rebuild its north quay',
  paragraphs: harbourStory,
  language: 'en',
  publishedAt: '2026-05-05T08:00:00.000Z',
}
const claim = 'Work will begin in March and cost 14.2 million crowns.'

before(() => {
  // Our .npmrc lets npm run no scripts by itself.
  execFileSync(process.execPath, ['build/package.ts'], { stdio: 'pipe' })
  const flags = ['--json', '--ignore-scripts', '--pack-destination', project]
  const output = execFileSync('npm', ['pack', ...flags], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [{ filename = '' } = {}] = JSON.parse(output) as { filename?: string }[]
  mkdirSync(installed, { recursive: true })
  execFileSync('tar', ['-xzf', join(project, filename), '--strip-components=1', '-C', installed])
})

after(() => rmSync(project, { recursive: true, force: true }))

test('another program imports standfirst/summaries and gets the same answers', () => {
  const file = join(project, 'desk.mjs')
  writeFileSync(
    file,
    `import { check, summarize } from 'standfirst/summaries'
const { article, claim } = JSON.parse(process.argv[2])
console.log(JSON.stringify([summarize(article), check(article, claim)]))`,
  )
  const output = execFileSync(process.execPath, [file, JSON.stringify({ article, claim })], {
    encoding: 'utf8',
  })
  const answers = [summarize(article), check(article, claim)]
  assert.deepEqual(JSON.parse(output), JSON.parse(JSON.stringify(answers)))
  assert.notEqual(check(article, claim).verdict, 'supported')
})

test('its types are whole, and say what the functions want', () => {
  const compiler = resolve('node_modules/typescript/bin/tsc')
  const compile = (name: string, text: string): string => {
    const file = join(project, name)
    writeFileSync(file, text)
    try {
      const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024']
      execFileSync(process.execPath, [compiler, ...flags, file], { cwd: project, stdio: 'pipe' })
      return ''
    } catch (error) {
      return (error as { stdout: Buffer }).stdout.toString()
    }
  }
  const good = `import { check } from 'standfirst/summaries'
export const verdict: string = check({ headline: 'a', paragraphs: ['b'] }, 'c').verdict`
  assert.equal(compile('good.mts', good), '')
  assert.match(compile('bad.mts', good.replace("['b']", '7')), /TS2322/)
})

test('what is imported needs nothing else', () => {
  const text = readFileSync(join(installed, 'dist/summaries.js'), 'utf8')
  assert.doesNotMatch(text, /^import |\brequire\(|\bfetch\(|node:/m)
})
