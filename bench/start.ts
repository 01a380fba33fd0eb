import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import { join } from 'node:path'
import { freePort } from '../test/database/postgres-server.ts'
import type { Figure } from './figures.ts'
import { figureOf, inTurn } from './figures.ts'
import type { Bench } from './processes.ts'

const rounds = 5
/** A second start answers within this, in milliseconds. */
const wanted = 1500
const root = join(import.meta.dirname, '..')

/** From the start of a process to its first answer, with a newsroom that is already there. */
export async function start(bench: Bench): Promise<Figure[]> {
  const folder = bench.folder()
  await untilAnswered(['npm', 'start'], folder)
  const figures: Figure[] = []
  for (const [name, command] of [
    ['second start, serve', [process.execPath, 'build/start.mjs', 'serve']],
    ['second start, npm start', ['npm', 'start']],
  ] as const) {
    const results = await inTurn(
      rounds,
      () => untilAnswered([process.execPath, 'bench/processes/floor-start.process.ts'], folder),
      () => untilAnswered(command, folder),
    )
    const figure = figureOf({ group: 'start', name, unit: 'ms' }, results)
    figures.push({ ...figure, more: { 'ms wanted at most': wanted } })
  }
  return figures
}

async function untilAnswered(command: readonly string[], folder: string): Promise<number> {
  const port = await freePort()
  const begun = performance.now()
  const [name = '', ...args] = command
  const child = spawn(name, args, {
    cwd: root,
    stdio: 'ignore',
    // A group of its own, so that npm and what it starts can be stopped together.
    detached: true,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      STANDFIRST_DATA: folder,
      STANDFIRST_ORIGIN: `http://localhost:${port}`,
      DATABASE_URL: '',
    },
  })
  try {
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`${command.join(' ')} ended by itself.`)
      if (performance.now() - begun > 60_000) throw new Error('It did not start within a minute.')
      await new Promise((resolve) => setTimeout(resolve, 3))
    }
    return performance.now() - begun
  } finally {
    await stopGroup(child)
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    get({ port, host: '127.0.0.1', headers: { host: `localhost:${port}` } }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode === 200))
    }).on('error', () => resolve(false))
  })
}

async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return
  const gone = once(child, 'exit')
  process.kill(-child.pid, 'SIGTERM')
  await gone
}
