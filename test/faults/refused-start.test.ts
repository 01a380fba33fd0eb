import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { spawn } from 'node:child_process'
import type { DatabasePlace } from '../../src/database/database.ts'
import { openDatabase } from '../../src/database/database.ts'
import { sqlitePlace } from '../database/engines.ts'
import { newsroomOn } from '../site/newsroom.ts'
import { freePort } from '../database/postgres-server.ts'

test('a port in use is named in one line, and nothing is begun', async () => {
  const { place, drop } = await sqlitePlace()
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  try {
    const { code, out, errors } = await started(place, port)
    assert.equal(code, 1)
    assert.equal(out, '')
    assert.match(errors, new RegExp(`^Port ${port} is in use\\. .*\\n$`))
    assert.deepEqual(readdirSync(place.folder), [])
  } finally {
    other.close()
    await drop()
  }
})

test('a damaged database is refused in one line and left as it is', async (t) => {
  const { place, drop } = await sqlitePlace()
  try {
    const engine = await openDatabase(place)
    const newsroom = newsroomOn(engine)
    for (let i = 0; i < 20; i++) await newsroom.publish()
    await engine.close()
    const file = join(place.folder, 'standfirst.sqlite')
    const whole = readFileSync(file)
    const pages = whole.length / 4096
    for (const [where, damaged] of Object.entries({
      'in its head': flipped(whole, 0),
      'on its third page': flipped(whole, 2 * 4096),
      'in the middle': flipped(whole, Math.floor(pages / 2) * 4096),
      'at its end, cut off': whole.subarray(0, whole.length - 3 * 4096),
    })) {
      await t.test(where, async () => {
        writeFileSync(file, damaged)
        const { code, out, errors } = await started(place, await freePort())
        assert.equal(code, 1)
        assert.equal(out, '')
        assert.match(errors, /^The database .* is damaged .*Restore a backup.*\n$/)
        assert.ok(readFileSync(file).equals(damaged))
      })
    }
  } finally {
    await drop()
  }
})

/** Turns 64 bytes of a page's head around. */
function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  for (let i = at; i < at + 64; i++) copy[i] = 255 - (copy[i] ?? 0)
  return copy
}

/** Starts the site from its own door and waits for its end. */
async function started(place: DatabasePlace, port: number) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/main.ts', 'serve', '--empty'],
    {
      env: {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        STANDFIRST_DATA: place.folder,
        DATABASE_URL: '',
      },
    },
  )
  let [out, errors] = ['', '']
  child.stdout.on('data', (text) => {
    out += String(text)
    // It serves, so nothing was refused.
    child.kill()
  })
  child.stderr.on('data', (text) => (errors += String(text)))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, errors }
}
