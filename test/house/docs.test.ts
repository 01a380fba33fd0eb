import assert from 'node:assert/strict'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { routes } from '../../src/routes.ts'

const root = join(import.meta.dirname, '..', '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const guides = ['ARCHITECTURE.md', 'AGENTS.md', 'CONTRIBUTING.md', 'SECURITY.md']

for (const guide of guides) {
  test(`every file that ${guide} names exists`, () => {
    const named = namedFiles(read(guide))
    assert.ok(named.length > 0)
    assert.deepEqual(
      named.filter((path) => !isThere(path)),
      [],
    )
  })
}

test('every link from one document to another leads somewhere', () => {
  const documents = [...globSync('*.md', { cwd: root }), ...globSync('docs/**/*.md', { cwd: root })]
  const broken = documents.flatMap((document) =>
    linksIn(read(document))
      .filter((link) => !existsSync(join(root, document, '..', link)))
      .map((link) => `${document}: ${link}`),
  )
  assert.deepEqual(broken, [])
})

test('every setting is in docs/configuration.md, and nothing else is', () => {
  const known = [...read('src/config.ts').matchAll(/env\['([A-Z_]+)'\]/g)].map(([, name]) => name)
  assert.deepEqual(firstCells(read('docs/configuration.md'), /^[A-Z_]+$/), unique(known))
})

test('every dependency at run time is in docs/dependencies.md, and nothing else is', () => {
  const { dependencies } = JSON.parse(read('package.json')) as {
    dependencies: Record<string, string>
  }
  assert.deepEqual(
    firstCells(read('docs/dependencies.md'), /^[@a-z/-]+\d?$/),
    unique(Object.keys(dependencies)),
  )
})

test('every address is in docs/contracts/addresses.md', () => {
  const page = read('docs/contracts/addresses.md').split('## Promised')[0] ?? ''
  const missing = Object.values(routes).filter(({ pattern }) => !page.includes(`\`${pattern}\``))
  assert.deepEqual(missing, [])
})

test('every command that help lists is in docs/contracts/command-line.md', () => {
  const usage = /const usage = `([^`]*)`/.exec(read('src/main.ts'))?.[1] ?? ''
  const commands = [...usage.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name = '']) => name)
  assert.ok(commands.includes('serve'))
  const page = read('docs/contracts/command-line.md')
  assert.deepEqual(
    commands.filter((name) => !new RegExp(`\`${name}[ \`]`).test(page)),
    [],
  )
})

test('every step of the checks is in CONTRIBUTING.md', () => {
  const steps = [...read('test/run.ts').matchAll(/name: '([a-z-]+)'/g)].map(([, name]) => name)
  const listed = /one step of `test\/run\.ts`: ([^|]*?) \|/.exec(read('CONTRIBUTING.md'))?.[1]
  assert.equal(listed, steps.join(', '))
})

test('decisions are numbered without gaps, and each says how to undo it', () => {
  const files = readdirSync(join(root, 'docs/decisions')).sort()
  files.forEach((file, i) => {
    const number = String(i + 1).padStart(4, '0')
    assert.ok(file.startsWith(`${number}-`), `${file} should be number ${number}`)
    const text = read(join('docs/decisions', file))
    assert.ok(text.startsWith(`# ${number}: `), `${file} is headed by another number`)
    for (const part of ['Context.', 'Decision.', 'Consequences.', 'To undo.'])
      assert.ok(text.includes(`**${part}**`), `${file} lacks its ${part}`)
  })
})

test('the licence is the same wherever it is named', () => {
  const { license } = JSON.parse(read('package.json')) as { license: string }
  assert.ok(read('LICENSE').startsWith(`${license} License`))
  assert.ok(read('demo/README.md').includes(`under the same licence, ${license}.`))
})

/** What stands in backticks and looks like a file or a folder of this repository. */
function namedFiles(markdown: string): string[] {
  const quoted = [...markdown.matchAll(/`([^`\s]+)`/g)].map(([, text = '']) => text)
  return unique(
    quoted.filter(
      (text) =>
        !/[:…{}()<>=$@]|^\/|^\.\.|NNNN|PATH|NAME/.test(text) &&
        (/\w\.(md|ts|mjs|js|json|sql|css|jpg)$/.test(text) || /^[\w.*-]+\/[\w./*-]*$/.test(text)),
    ),
  )
}

/** Paths begin at the top or in `src/`; one with a star stands for at least one file. */
function isThere(path: string): boolean {
  if (path.includes('*')) return globSync(join('**', path), { cwd: join(root, 'src') }).length > 0
  return madeHere.has(path) || existsSync(join(root, path)) || existsSync(join(root, 'src', path))
}

/** Folders that a start makes. */
const madeHere = new Set(['.cache/', 'node_modules/'])

/** Where a document's links lead to in this repository; pictures are not looked for. */
function linksIn(markdown: string): string[] {
  const links = [...markdown.matchAll(/(?<!!)\[[^\]]*\]\(([^)#\s]+)[^)]*\)/g)].map(
    ([, link = '']) => link,
  )
  return links.filter((link) => !/^[a-z]+:/.test(link))
}

/** The names in backticks in the first cells of tables, where they are of the form. */
function firstCells(markdown: string, form: RegExp): string[] {
  const cells = [...markdown.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name)
  return unique(cells.filter((name) => form.test(name)))
}

function unique(names: (string | undefined)[]): string[] {
  return [...new Set(names.filter((name) => name !== undefined))].sort()
}
