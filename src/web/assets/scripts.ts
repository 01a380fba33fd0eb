import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** A script as the browser gets it; its name changes with its content. */
export interface Script {
  file: string
  code: string
}

const root = join(import.meta.dirname, '..', '..', '..')
const kept = join(root, '.cache', 'scripts')

/**
 * Builds one `*.browser.ts`, with those that it imports, into one small file. What was built from
 * the same source before is taken from `.cache/`, so that a second start needs no compiler.
 */
export async function builtScript(source: string): Promise<Script> {
  const name = basename(source, '.browser.ts')
  const hash = createHash('sha256').update(sourceText(source)).digest('base64url').slice(0, 10)
  const file = `${name}-${hash}.js`
  const path = join(kept, file)
  if (existsSync(path)) return { file, code: readFileSync(path, 'utf8') }
  const code = await build(source)
  try {
    mkdirSync(kept, { recursive: true })
    writeFileSync(path, code)
  } catch {
    // A read-only installation builds it at each start instead.
  }
  return { file, code }
}

/** All the text that a script is built from. Only `*.browser.ts` files may be imported by one. */
function sourceText(source: string): string {
  const text = readFileSync(source, 'utf8')
  const imported = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) =>
    sourceText(join(dirname(source), path)),
  )
  return [text, ...imported].join('\n')
}

async function build(source: string): Promise<string> {
  const { build: bundle } = await import('esbuild')
  const result = await bundle({
    entryPoints: [source],
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    write: false,
    legalComments: 'none',
  })
  return result.outputFiles[0]?.text ?? ''
}
