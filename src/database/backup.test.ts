import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestPlace } from '../../test/database/engines.ts'
import { onBothEngines, postgresPlace, sqlitePlace } from '../../test/database/engines.ts'
import { newsroomOn } from '../../test/site/newsroom.ts'
import {
  association,
  jpeg,
  pictured,
  pictureServer,
  workPictures,
} from '../../test/site/picture-world.ts'
import { wireFile } from '../../test/data/wire-file.ts'
import { postComment } from '../comments/comments.ts'
import { vote } from '../moods/moods.ts'
import type { Engine } from './database.ts'
import { backUp, restore } from './database.ts'
import { keptTables } from './tables/kept-tables.ts'

onBothEngines(
  'a backup restores to the same newsroom, on either engine',
  async ({ name, open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const { publish, ingest, clock } = newsroom
    const { id } = await publish()
    await ingest(wireFile())
    await ingest(new Uint8Array([0, 255, 1]))
    const server = await pictureServer(t)
    // More of them than are moved at once.
    const paths = ['/a.jpg', '/b.jpg', '/c.jpg', '/d.jpg', '/e.jpg']
    for (const [i, path] of paths.entries()) server.at.set(path, await jpeg(400 + i, 300))
    await ingest(
      pictured(paths.map((path) => association(server.origin + path, { uri: `urn:x:${path}` }))),
    )
    await workPictures(newsroom, server.outgoing)
    await postComment(engine, id, { name: 'Ben “B.”', text: 'Ça va?\n\n👍', trap: '' }, clock.now)
    await vote(engine, id, 'someone', 'sad', clock.now)
    const folder = mkdtempSync(join(tmpdir(), 'standfirst-test-'))
    const file = join(folder, 'newsroom.backup')
    await backUp(engine, file)
    assert.deepEqual(readdirSync(folder), ['newsroom.backup'])
    await assert.rejects(backUp(engine, file), /is there already/)
    const others: TestPlace[] = [
      await sqlitePlace(),
      ...(name === 'postgres' ? [await postgresPlace()] : []),
    ]
    for (const other of others) {
      const copy = await other.open()
      await restore(copy, file)
      for (const table of keptTables)
        assert.deepEqual(await rowsOf(copy, table), await rowsOf(engine, table), table)
      await assert.rejects(restore(copy, file), /has articles already/)
      await copy.close()
      await other.drop()
    }
    rmSync(folder, { recursive: true })
    await engine.close()
  },
)

onBothEngines('what is no backup changes nothing', async ({ open }) => {
  const engine = await open()
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-test-'))
  const file = join(folder, 'not-a-backup')
  writeFileSync(file, 'words '.repeat(1000))
  await assert.rejects(restore(engine, file), /not a database/)
  await assert.rejects(restore(engine, join(folder, 'nothing')), /There is no file/)
  assert.deepEqual(await engine.examine(), [])
  rmSync(folder, { recursive: true })
  await engine.close()
})

/** All rows of a table in an order that does not depend on the engine. */
async function rowsOf(engine: Engine, table: (typeof keptTables)[number]): Promise<string[]> {
  const rows = await engine.db.selectFrom(table).selectAll().execute()
  const plain = (value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value
  return rows
    .map((row) =>
      Object.entries(row)
        .filter(([name]) => name !== 'seq')
        .map(([name, value]) => `${name}=${JSON.stringify(plain(value))}`),
    )
    .map((cells) => cells.toSorted().join(' '))
    .toSorted()
}
