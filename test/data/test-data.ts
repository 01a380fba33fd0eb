import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where test data lies that is no part of the repository; every folder may be absent. */
const shared = process.env['STANDFIRST_SHARED'] ?? join('..', 'shared')

export const places = {
  modelPage: join(shared, 'model-page'),
  hostile: process.env['HOSTILE_DIR'] ?? join(shared, 'hostile'),
  wire: process.env['WIRE_DIR'] ?? join(shared, 'wire-samples'),
  evaluation: process.env['EVAL_DIR'] ?? join(shared, 'eval'),
}

/** False, or why tests that use the folder are skipped. */
export function skipWithout(folder: string): string | false {
  return existsSync(folder) ? false : `skipped: there is no ${folder}`
}

export interface HostileRecord {
  id: string
  kind: string
  name: string
  text?: string
  b64?: string
  expect?: string
  ctype?: string
  filename?: string
}

/** The first records of one kind of hostile input, with their exact bytes. */
export function hostileRecords(
  kind: string,
  files: string[],
  most: number,
): (HostileRecord & { bytes: Buffer })[] {
  return files
    .flatMap((file) =>
      readFileSync(join(places.hostile, kind, `${file}.jsonl`), 'utf8').split('\n'),
    )
    .filter((line) => line !== '')
    .slice(0, most)
    .map((line) => JSON.parse(line) as HostileRecord)
    .map((record) => ({
      ...record,
      bytes:
        record.b64 === undefined
          ? Buffer.from(record.text ?? '')
          : Buffer.from(record.b64, 'base64'),
    }))
}
