/** For tests only: where the sample files lie, and what a test says where they are absent. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const shared = process.env['STANDFIRST_SHARED'] ?? '../shared'

export const folders = {
  wire: resolve(process.env['WIRE_DIR'] ?? join(shared, 'wire-samples')),
  hostile: resolve(process.env['HOSTILE_DIR'] ?? join(shared, 'hostile')),
  model: resolve(shared, 'model-page'),
}

/** `t.skip` with one line where the folder or file is absent; answers whether it is there. */
export function isThere(t: { skip(message?: string): void }, path: string): boolean {
  if (existsSync(path)) return true
  t.skip(`skipped: ${path} is absent`)
  return false
}

/** Every file below a folder, in order, by its path from there. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted()
}

export interface Attack {
  name: string
  expect: string | undefined
  bytes: Uint8Array
}

/** The records of one file of the hostile corpus. */
export function attacks(file: string): Attack[] {
  const lines = readFileSync(join(folders.hostile, file), 'utf8').split('\n')
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const record = JSON.parse(line) as Record<string, string | undefined>
      const { name = '', expect, b64 } = record
      const text = record['text']
        ?.replaceAll('{{CANARY_FILE}}', '/etc/passwd')
        .replaceAll('{{CANARY_URL}}', 'http://127.0.0.1:9')
      return {
        name,
        expect,
        bytes: Buffer.from(text ?? b64 ?? '', text === undefined ? 'base64' : 'utf8'),
      }
    })
}
