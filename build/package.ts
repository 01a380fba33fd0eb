import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * `npm run build`: makes what other programs import as `standfirst/summaries`. In a package Node
 * strips no types, so this one entry is built: one file without imports, for any JavaScript
 * runtime, and its types. The site itself needs no build.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const entry = join(root, 'src/summaries/summaries-tools.ts')

rmSync(dist, { recursive: true, force: true })
await build({
  entryPoints: [entry],
  outfile: join(dist, 'summaries.js'),
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
})
const compiler = join(root, 'node_modules/typescript/bin/tsc')
const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.package.json'], {
  cwd: root,
  stdio: 'inherit',
})
for (const file of globSync('types/**/*.d.ts', { cwd: dist })) namedAsBuilt(join(dist, file))
process.exitCode = status ?? 1

/** The compiler leaves `.ts` in the names; who imports the package has no such files. */
function namedAsBuilt(file: string): void {
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(/((?:from |import\()['"]\.[^'"]*)\.ts(?=['"])/g, '$1.js'))
}
