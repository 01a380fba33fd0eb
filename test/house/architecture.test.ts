import assert from 'node:assert/strict'
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { test } from 'node:test'

/** Who may use whom: a feature only features that stand in a later row. */
const featureRows = [
  ['demo', 'pwa', 'embed', 'desk'],
  ['wire', 'summaries', 'comments', 'moods'],
  ['articles'],
  ['pictures'],
  ['readers'],
  ['gate', 'ledger'],
]
/** What knows nothing of news, with what of the rest each may use. */
const plumbing: Record<string, string[]> = {
  web: ['database'],
  jobs: ['database', 'web'],
  outgoing: [],
  threads: [],
  database: [],
}
/** The files of `src/` itself, from the outside in: each only those after it. */
const shell = [
  'main',
  'data.command',
  'serve',
  'app',
  'intake-tools',
  'intake-thread',
  'ticker',
  'freshness',
  'newsroom',
  'config',
  'routes',
]
/** What the outermost files may use of a feature besides its face. */
const entrances =
  /^src\/\w+\/(?:(?:commands|lists|reading|sources)\/)?([\w-]+\.(routes|command)|read-wire)\.ts$/
/** Beside a feature's face: what is plain data and pure, for where no database is. */
const furtherFaces = [
  'src/articles/body/body.ts',
  'src/wire/item.ts',
  'src/wire/item-to-article.ts',
  'src/summaries/extract/chosen.ts',
]

const mostLines = 300
const mostInFolder = 12
const files = globSync('src/**/*.ts')
  .filter((file) => !file.endsWith('.test.ts'))
  .sort()
const textOf = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))

interface Import {
  from: string
  to: string
  typeOnly: boolean
}

const imports = files.flatMap(importsOf)

rule('a feature uses only features below it, and only through their face', () =>
  imports.flatMap(({ from, to }) => {
    const [own, other] = [roomOf(from), roomOf(to)]
    if (own === other || rowOf(own) < 0 || rowOf(other) < 0) return []
    if (rowOf(own) >= rowOf(other)) return `${from} uses ${to}: ${own} must not use ${other}.`
    return isFace(to) ? [] : `${from} uses ${to}: of ${other} it may use ${other}.ts only.`
  }),
)

rule('web, jobs and the database know no feature', () =>
  imports.flatMap(({ from, to }) => {
    const [own, other] = [roomOf(from), roomOf(to)]
    const may = plumbing[own]
    if (!may || own === other || may.includes(other) || to === 'src/routes.ts') return []
    return `${from} uses ${to}: ${own} must not use ${other}.`
  }),
)

rule('nobody uses the files that put the site together', () =>
  imports.flatMap(({ from, to }) => {
    if (dirname(to) !== 'src' || to === 'src/routes.ts') return []
    const place = (file: string) => shell.indexOf(basename(file, '.ts'))
    if (dirname(from) === 'src' && place(from) >= 0 && place(from) < place(to)) return []
    return `${from} uses ${to}, which stands outside of it.`
  }),
)

rule('the files that put the site together use faces, routes and commands of features', () =>
  imports.flatMap(({ from, to }) => {
    if (dirname(from) !== 'src' || rowOf(roomOf(to)) < 0 || isFace(to) || entrances.test(to))
      return []
    return `${from} uses ${to}.`
  }),
)

rule('of the database others see database.ts, and its tables only as types', () =>
  imports.flatMap(({ from, to, typeOnly }) => {
    if (roomOf(to) !== 'database' || roomOf(from) === 'database') return []
    if (to === 'src/database/database.ts' || (to === 'src/database/schema.ts' && typeOnly))
      return []
    return `${from} uses ${to}.`
  }),
)

rule('every room of src is in the order', () =>
  readdirSync('src', { withFileTypes: true }).flatMap((entry) => {
    const { name } = entry
    if (entry.isDirectory())
      return rowOf(name) >= 0 || plumbing[name] ? [] : `src/${name} has no place in the order.`
    return shell.includes(basename(name, '.ts')) || name.endsWith('.test.ts')
      ? []
      : `src/${name} has no place in the order.`
  }),
)

rule('no two files need each other', () => cycles())

rule('only the database folder names an engine', () =>
  mentions(/sqlite|postgres/i, (file) => roomOf(file) === 'database' || file === 'src/config.ts'),
)

rule('only config.ts and main.ts read the environment', () =>
  mentions(/process\.env/, (file) => ['src/config.ts', 'src/main.ts'].includes(file)),
)

rule('only outgoing/ opens connections to the world outside', () =>
  mentions(
    /(?<![\w.])fetch\(|from 'node:(https|tls|dgram|dns)'|from 'node:http2'/,
    (file) => roomOf(file) === 'outgoing' || file.endsWith('.browser.ts'),
  ),
)

rule('only main.ts ends the process', () =>
  mentions(/process\.exit\b/, (file) => file === 'src/main.ts'),
)

rule('only *.queries.ts speaks SQL', () =>
  mentions(
    /from 'kysely'|\.(selectFrom|insertInto|updateTable|deleteFrom|replaceInto)\(/,
    (file) => file.endsWith('.queries.ts') || roomOf(file) === 'database',
  ),
)

rule('each table is written by one feature', () => {
  const writers = new Map<string, Set<string>>()
  for (const [file, text] of textOf)
    for (const [, table = ''] of text.matchAll(/\.(?:insertInto|updateTable|deleteFrom)\('(\w+)/g))
      writers.set(table, (writers.get(table) ?? new Set()).add(roomOf(file)))
  return [...writers].flatMap(([table, rooms]) =>
    rooms.size > 1 ? `${table} is written by ${[...rooms].join(' and ')}.` : [],
  )
})

rule('what runs in a browser uses only what runs in a browser', () =>
  imports.flatMap(({ from, to, typeOnly }) =>
    from.endsWith('.browser.ts') && !to.endsWith('.browser.ts') && !typeOnly
      ? `${from} uses ${to}.`
      : [],
  ),
)

rule('nothing of the site uses what only tests use', () =>
  imports.flatMap(({ from, to }) => {
    // The conformance set stands beside the site, since other vendors use it too.
    const isCommand = from === 'src/main.ts' && to === 'conformance/conformance.command.ts'
    return to.startsWith('src/') || isCommand ? [] : `${from} uses ${to}.`
  }),
)

rule('no room goes without a name', () =>
  globSync('{src,test,bench,eval,conformance}/**/*').flatMap((path) =>
    /^(utils?|helpers?|common|lib|shared|misc|index)(\.ts)?$/.test(basename(path))
      ? `${path} says nothing of what is in it.`
      : [],
  ),
)

rule('everything is exported by name', () => mentions(/^export default\b/m, () => false))

rule(`no file has more than ${mostLines} lines`, () =>
  globSync('{src,test,build,bench,eval,conformance}/**/*.{ts,css,mjs}')
    .filter((file) => !file.includes('node_modules'))
    .flatMap((file) => {
      const lines = readFileSync(file, 'utf8').split('\n').length - 1
      return lines > mostLines ? `${file} has ${lines} lines.` : []
    }),
)

rule(`no folder holds more than ${mostInFolder} files besides tests`, () =>
  [
    ...new Set(globSync('{src,test,bench,eval,conformance}/**/*.*').map((file) => dirname(file))),
  ].flatMap((folder) => {
    const held = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) =>
        entry.isFile() && /\.(ts|css)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name),
    ).length
    return held > mostInFolder ? `${folder} holds ${held} files.` : []
  }),
)

function rule(sentence: string, broken: () => string[]): void {
  test(sentence, () => assert.deepEqual(broken(), []))
}

/** Reads the import lines, also those that load later. */
function importsOf(file: string): Import[] {
  const lines =
    /^(?:import|export)\s+(type\s)?[^'"]*?from\s+'(\.[^']+)'|^import\s+'(\.[^']+)'|\bimport\(\s*'(\.[^']+)'/gm
  return [...(textOf.get(file) ?? '').matchAll(lines)].map(([, type, from, bare, later]) => ({
    from: file,
    to: join(dirname(file), from ?? bare ?? later ?? ''),
    typeOnly: type !== undefined,
  }))
}

/** The folder right under `src`; a file of `src` itself is its own room. */
function roomOf(file: string): string {
  const [, room = '', ...rest] = file.split('/')
  return rest.length === 0 ? basename(room, '.ts') : room
}

function rowOf(room: string): number {
  return featureRows.findIndex((row) => row.includes(room))
}

function isFace(file: string): boolean {
  const room = roomOf(file)
  return file === `src/${room}/${room}.ts` || furtherFaces.includes(file)
}

function mentions(words: RegExp, mayBeIn: (file: string) => boolean): string[] {
  return [...textOf].flatMap(([file, text]) => {
    const found = mayBeIn(file) ? null : words.exec(text)
    return found ? `${file} says ${found[0]}.` : []
  })
}

/** Chains of files that come back to where they began; types alone need nobody. */
function cycles(): string[] {
  const needs = new Map(
    files.map((file) => [
      file,
      imports.filter(({ from, typeOnly }) => from === file && !typeOnly).map(({ to }) => to),
    ]),
  )
  const done = new Set<string>()
  const found: string[] = []
  const follow = (file: string, way: string[]): void => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(' needs '))
    else if (!done.has(file)) {
      for (const next of needs.get(file) ?? []) follow(next, [...way, file])
      done.add(file)
    }
  }
  for (const file of files) follow(file, [])
  return found
}
