import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { bringChromium } from './chromium.ts'
import { startPostgres } from './database/postgres-server.ts'

/** What a step came to; a step that is one check counts as one test. */
interface Tally {
  passed: number
  failed: number
}

interface Step {
  name: string
  run: () => Promise<Tally>
}

const bin = (name: string) => join('node_modules', name)

/** Every check, in the order in which a mistake is cheapest to find. */
const steps: Step[] = [
  { name: 'types', run: () => tool([bin('typescript/bin/tsc'), '-p', '.']) },
  {
    name: 'browser-types',
    run: () => tool([bin('typescript/bin/tsc'), '-p', 'tsconfig.browser.json']),
  },
  {
    name: 'journey-types',
    run: () => tool([bin('typescript/bin/tsc'), '-p', 'tsconfig.journeys.json']),
  },
  { name: 'lint', run: () => tool([bin('eslint/bin/eslint.js'), '.']) },
  {
    name: 'format',
    run: () => tool([bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']),
  },
  {
    name: 'unit',
    run: () =>
      tests(
        'src/**/*.test.ts',
        'eval/**/*.test.ts',
        'bench/**/*.test.ts',
        'test/!(journeys|faults)/**/*.test.ts',
      ),
  },
  { name: 'journeys', run: () => tests('test/journeys/*.test.ts') },
  { name: 'faults', run: () => tests('test/faults/*.test.ts') },
  { name: 'audit', run: audit },
]

const asked = process.argv.slice(2)
const chosen = asked.length === 0 ? steps : steps.filter(({ name }) => asked.includes(name))
if (chosen.length === 0) {
  process.stderr.write(
    `There is no such step. The steps are: ${steps.map(({ name }) => name).join(', ')}.\n`,
  )
  process.exit(1)
}
process.env['STANDFIRST_LOG'] ??= 'quiet'
process.exitCode = await runAll(chosen)

async function runAll(chosen: Step[]): Promise<number> {
  const closers = await bringServers(chosen.map(({ name }) => name))
  const total: Tally = { passed: 0, failed: 0 }
  try {
    for (const { name, run } of chosen) {
      const begun = Date.now()
      say(`\n== ${name}`)
      const { passed, failed } = await run()
      total.passed += passed
      total.failed += failed
      say(
        `== ${name}: ${passed} passed, ${failed} failed in ${((Date.now() - begun) / 1000).toFixed(1)} s`,
      )
    }
  } finally {
    for (const close of closers) close()
  }
  say(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 && total.passed > 0 ? 0 : 1
}

async function bringServers(names: string[]): Promise<(() => void)[]> {
  if (!names.some((name) => ['unit', 'journeys', 'faults'].includes(name))) return []
  if (names.includes('journeys')) process.env['CHROMIUM'] = bringChromium(say)
  const postgres = await startPostgres()
  say(`PostgreSQL ${postgres.version} is up for the tests.`)
  process.env['STANDFIRST_TEST_POSTGRES'] = postgres.url
  return [postgres.stop]
}

async function tool(args: string[]): Promise<Tally> {
  const { code } = await run(process.execPath, args)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function tests(...patterns: string[]): Promise<Tally> {
  const files = globSync(patterns).sort()
  if (files.length === 0) return { passed: 0, failed: 0 }
  const flags = [
    '--test',
    '--test-reporter=spec',
    '--test-concurrency=2',
    '--disable-warning=ExperimentalWarning',
  ]
  const { code, output } = await run(process.execPath, [...flags, ...files])
  const passed = countIn(output, 'pass')
  const failed = countIn(output, 'fail') + countIn(output, 'cancelled')
  // A runner that failed without a failed test (a crash, a leaked handle) is a failure too.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

function countIn(output: string, word: string): number {
  const matches = [...output.matchAll(new RegExp(`^ℹ ${word} (\\d+)$`, 'gm'))]
  return Number(matches.at(-1)?.[1] ?? 0)
}

async function audit(): Promise<Tally> {
  const { code, output } = await run(
    'npm',
    ['audit', '--omit=dev', '--audit-level=high', '--audit=true'],
    false,
  )
  if (/found 0 vulnerabilities/.test(output)) return { passed: 1, failed: 0 }
  if (/(critical|high) severity/i.test(output) || /vulnerabilities/.test(output)) {
    say(output)
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  }
  say('Skipped: the registry does not answer questions about vulnerabilities.')
  return { passed: 0, failed: 0 }
}

function run(
  command: string,
  args: string[],
  show = true,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
        if (show) process.stdout.write(text)
      })
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
