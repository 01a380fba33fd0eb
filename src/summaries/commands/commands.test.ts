import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCommand } from './check.command.ts'
import type { CommandIo } from './command-io.ts'
import { summarizeCommand } from './summarize.command.ts'

const story = `Storm closes the bridge to Ness

A storm closed the bridge to the island of Ness on Sunday and cut 900 people off from the mainland, the coast guard said.

The bridge may stay closed until Thursday, according to the roads office. Two lorries were blown over, but nobody was hurt.

Ferries cannot sail either. The island has one shop and one doctor, Hanna Falk, who said she had medicine for a week. The bridge was built in 1968 and has been closed by storms 12 times since then. A second bridge was planned in 2004 but never paid for.
`

interface Run {
  code: number
  out: string
  err: string
}

async function run(
  command: (args: string[], io: CommandIo) => Promise<number>,
  args: string[],
  files: Record<string, string> = {},
  stdin = '',
): Promise<Run> {
  const result = { out: '', err: '' }
  const code = await command(args, {
    readFile: (path) =>
      path in files
        ? Promise.resolve(files[path] ?? '')
        : Promise.reject(new Error('there is no such file')),
    stdin: pieces(stdin),
    out: (text) => (result.out += text),
    err: (text) => (result.err += text),
  })
  return { code, ...result }
}

/** In pieces that do not respect lines, as a pipe gives them. */
async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 37) yield await Promise.resolve(text.slice(at, at + 37))
}

test('summarize reads a file or standard input and prints sentences with their places', async () => {
  const fromFile = await run(summarizeCommand, ['a.txt'], { 'a.txt': story })
  const fromPipe = await run(summarizeCommand, [], {}, story)
  assert.equal(fromFile.code, 0)
  assert.equal(fromFile.out, fromPipe.out)
  const { method, sentences } = JSON.parse(fromFile.out)
  assert.equal(method, 'extract')
  assert.deepEqual(Object.keys(sentences[0]), ['text', 'evidence'])
  const paragraphs = story.trim().split('\n\n').slice(1)
  const { paragraph, start, end } = sentences[0].evidence[0]
  assert.equal(paragraphs[paragraph - 1]?.slice(start, end), sentences[0].text)
})

test('summarize --sentences gives as many as are asked for, at most', async () => {
  const { out } = await run(summarizeCommand, ['--sentences', '1'], {}, story)
  assert.equal(JSON.parse(out).sentences.length, 1)
})

test('summarize --jsonl answers line by line in order and tells of the lines it cannot read', async () => {
  const lines = [
    { id: 1, title: 'Storm', article: story },
    { id: 2, article: 'Short.' },
  ]
  const input = `${JSON.stringify(lines[0])}\nnonsense\n${JSON.stringify(lines[1])}`
  const { code, out, err } = await run(summarizeCommand, ['--jsonl'], {}, input)
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.deepEqual(
    answers.map(({ id }) => id),
    [1, 2],
  )
  assert.equal(typeof answers[0].sentences[0], 'string')
  assert.equal(err, 'standard input, line 2: this is not JSON\n')
  assert.equal(code, 2)
})

test('check answers with an exit code, a verdict and findings', async () => {
  const files = {
    'article.txt': story,
    'good.txt': 'The bridge may stay closed until Thursday.',
    'bad.txt': 'The bridge will stay closed until Friday, according to the roads office.',
  }
  const good = await run(checkCommand, ['--article', 'article.txt', '--summary', 'good.txt'], files)
  assert.equal(good.code, 0)
  assert.equal(JSON.parse(good.out).verdict, 'supported')
  const bad = await run(checkCommand, ['--article', 'article.txt', '--summary', 'bad.txt'], files)
  assert.equal(bad.code, 1)
  const [sentence] = JSON.parse(bad.out).sentences
  assert.deepEqual(Object.keys(sentence), ['text', 'verdict', 'score', 'evidence', 'findings'])
  assert.match(sentence.findings.join(' '), /Thursday, not Friday/)
})

test('check --jsonl says supported or unsupported and takes a summary as text or as sentences', async () => {
  const summary = 'Two lorries were blown over, but nobody was hurt.'
  const lines = [
    { id: 'a', article: story, summary },
    { id: 'b', article: story, summary: [summary.replace('Two', 'Five')] },
  ]
  const input = lines.map((line) => JSON.stringify(line)).join('\n')
  const { out } = await run(checkCommand, ['--jsonl'], {}, input)
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.deepEqual(
    answers.map(({ id, verdict }) => [id, verdict]),
    [
      ['a', 'supported'],
      ['b', 'unsupported'],
    ],
  )
  assert.ok(answers[0].score > answers[1].score)
})

test('bad input to either command is one line on standard error and a code', async () => {
  const bad: [typeof checkCommand, string[], string][] = [
    [summarizeCommand, ['none.txt'], 'none.txt: there is no such file\n'],
    [summarizeCommand, ['empty.txt'], 'empty.txt: there is no text\n'],
    [
      summarizeCommand,
      ['--sentences', 'x'],
      '--sentences takes a whole number from 1 to 1000, not “x”\n',
    ],
    [summarizeCommand, ['--language', 'xx'], 'the language “xx” is not known here\n'],
    [checkCommand, [], 'check takes --article FILE --summary FILE, or --jsonl\n'],
    [
      checkCommand,
      ['--article', 'none.txt', '--summary', 'empty.txt'],
      'none.txt: there is no such file\n',
    ],
  ]
  for (const [command, args, line] of bad) {
    const { code, out, err } = await run(command, args, { 'empty.txt': ' \n' })
    assert.deepEqual({ code, out, err }, { code: 2, out: '', err: line })
  }
})

test('a text in a language that is not known, or not the one it says, is not summed up, and says so', async () => {
  const finnish = `Kunta osti saaren\n\n${'Kunta osti saaren, ja pormestari sanoi, että vanha lautta korjataan. '.repeat(9)}`
  for (const args of [['--language', 'es'], []]) {
    const { code, out } = await run(summarizeCommand, args, {}, finnish)
    assert.equal(code, 0)
    const { sentences, trouble } = JSON.parse(out)
    assert.deepEqual(sentences, [])
    assert.match(trouble, /does not read like/)
  }
  const line = JSON.stringify({ id: 7, article: finnish, language: 'fi' })
  const { out } = await run(summarizeCommand, ['--jsonl'], {}, line)
  assert.deepEqual(JSON.parse(out), {
    id: 7,
    sentences: [],
    trouble: 'The checker does not know the language “fi”.',
  })
  const files = { a: finnish, s: 'Kunta osti saaren.' }
  const checked = await run(checkCommand, ['--article', 'a', '--summary', 's'], files)
  assert.equal(checked.code, 1)
  const { verdict, sentences } = JSON.parse(checked.out)
  assert.equal(verdict, 'cannot-check')
  assert.match(sentences[0].findings[0], /does not say its language/)
})
