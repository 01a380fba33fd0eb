import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { openDatabase } from '../../src/database/database.ts'
import { eventually } from '../site/newsroom.ts'
import { freePort } from '../database/postgres-server.ts'
import { spawnSite, startSiteProcess, withOneArticle } from './site-process.ts'
import { once } from 'node:events'

test('on a full disk reading goes on and writing is refused with words, until there is room', async (t) => {
  const folder = smallDisk(t)
  if (folder === undefined) return
  const article = await withOneArticle({ folder })
  const site = await startSiteProcess({ folder })
  try {
    const path = `/articles/${article.slug}`
    const taken: string[] = []
    assert.equal((await site.comment(article, 'There is still room.')).status, 303)
    const ballast = fill(folder)
    let refused: Response | undefined
    for (let i = 0; refused === undefined; i++) {
      const text = `${i} ${'The tide is high. '.repeat(200)}`.trim()
      const answer = await site.comment(article, text)
      if (answer.status === 303) taken.push(text)
      else refused = answer
    }
    assert.ok([503, 507].includes(refused.status), `${refused.status}`)
    assert.match(await refused.text(), /disk of this site is full|does not answer at the moment/)
    for (const address of [path, `${path}?sort=oldest`, '/', '/feeds/all.rss']) {
      assert.equal((await site.get(address)).status, 200, address)
    }
    rmSync(ballast)
    await eventually(
      async () => (await site.comment(article, 'There is room again.')).status === 303,
    )
    await site.kill()
    const kept = await comments(folder)
    for (const text of [...taken, 'There is still room.', 'There is room again.']) {
      assert.equal(kept.filter((one) => one === text).length, 1)
    }
  } finally {
    await site.kill()
  }
})

test('on a disk that can only be read the start is refused in one line', async (t) => {
  const folder = smallDisk(t)
  if (folder === undefined) return
  await withOneArticle({ folder })
  spawnSync('mount', ['-o', 'remount,ro', folder])
  const { child, errors } = spawnSite({ folder }, await freePort())
  const [code] = (await once(child, 'close')) as [number | null]
  assert.equal(code, 1)
  assert.match(errors(), /data folder cannot be written/)
})

/** A disk of 6 MB in memory; undefined, and the test skipped, where we may not make one. */
function smallDisk(t: TestContext): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-disk-'))
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder])
  if (done.status !== 0) {
    rmSync(folder, { recursive: true })
    t.skip('only root may mount a small disk, and not everywhere')
    return undefined
  }
  t.after(() => {
    spawnSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true })
  })
  return folder
}

/** Writes until nothing more goes in. */
function fill(folder: string): string {
  const file = join(folder, 'ballast')
  const target = openSync(file, 'w')
  for (const size of [64 * 1024, 4096]) {
    try {
      for (;;) if (writeSync(target, Buffer.alloc(size)) < size) break
    } catch {
      // Full for pieces of this size.
    }
  }
  closeSync(target)
  return file
}

async function comments(folder: string): Promise<string[]> {
  const engine = await openDatabase({ folder })
  try {
    const rows = await engine.db.selectFrom('comments').select('text').execute()
    return rows.map(({ text }) => text)
  } finally {
    await engine.close()
  }
}
