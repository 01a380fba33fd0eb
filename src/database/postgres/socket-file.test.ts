import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { DatabaseTrouble, openDatabase, readSetting } from '../database.ts'

const url = process.env['STANDFIRST_TEST_POSTGRES']
const skip = url === undefined ? 'no PostgreSQL: run it through npm test' : false

/** Where the server of the tests has its socket file, if it is on this machine and has one. */
async function socketFolder(): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ folders: string }>(
    `select current_setting('unix_socket_directories') as folders`,
  )
  await client.end()
  const folder = rows[0]?.folders.split(',')[0]?.trim()
  const { port } = new URL(url ?? '')
  return folder && existsSync(join(folder, `.s.PGSQL.${port}`)) ? folder : undefined
}

function throughFolder(folder: string): string {
  const address = new URL(url ?? '')
  address.hostname = 'localhost'
  address.searchParams.set('host', folder)
  return address.href
}

test('the server on the same machine is reached through its socket file', { skip }, async (t) => {
  const folder = await socketFolder()
  if (folder === undefined) return t.skip('the server of the tests has no socket file here')
  const engine = await openDatabase({ url: throughFolder(folder), folder: '' })
  assert.equal(await readSetting(engine.db, 'there is no such setting'), undefined)
  assert.equal(await engine.write((tx) => readSetting(tx, 'nor this')), undefined)
  await engine.close()
})

test('where the socket file is missing the server does not answer', { skip }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-no-socket-'))
  await assert.rejects(openDatabase({ url: throughFolder(folder), folder: '' }), (error) => {
    assert.ok(error instanceof DatabaseTrouble)
    assert.match(error.message, /does not answer \(ENOENT\)/)
    return true
  })
  rmSync(folder, { recursive: true })
})
