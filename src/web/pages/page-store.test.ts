import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PageStore } from './page-store.ts'
import type { Drawn } from './public-page.ts'
import { answerTo, KeptPage } from './public-page.ts'

function drawn(body: string, topics = ['article:1']): Drawn {
  return { status: 200, type: 'text/html; charset=utf-8', headers: {}, body, topics }
}

async function textOf(page: KeptPage | undefined): Promise<string> {
  const answer = page && (await answerTo(page, undefined, undefined))
  return Buffer.from(answer?.body ?? []).toString()
}

test('a page is drawn once however many ask at the same time', async () => {
  const pages = new PageStore()
  let times = 0
  const draw = async () => {
    times++
    await new Promise((resolve) => setTimeout(resolve, 5))
    return drawn('page')
  }
  await Promise.all(Array.from({ length: 100 }, () => pages.page('/a', draw)))
  assert.equal(times, 1)
  assert.equal(pages.drawn, 1)
})

test('a change makes forgotten what was made from it, and nothing else', async () => {
  const pages = new PageStore()
  await pages.page('/a', () => Promise.resolve(drawn('a', ['article:1'])))
  await pages.page('/b', () => Promise.resolve(drawn('b', ['article:2'])))
  pages.forget(['article:1'])
  assert.equal(pages.peek('/a'), undefined)
  assert.notEqual(pages.peek('/b'), undefined)
  await pages.page('/c', () => Promise.resolve(drawn('c', ['article:2', 'lists'])))
  assert.deepEqual(pages.forget(['lists', 'article:2']).toSorted(), ['/b', '/c'])
  assert.equal(pages.bytes, 0)
})

test('a page that was being drawn when the change came is not kept, and nobody joins it', async () => {
  const pages = new PageStore()
  let finish = (): void => undefined
  const old = pages.page('/a', async () => {
    await new Promise<void>((resolve) => (finish = resolve))
    return drawn('old')
  })
  await new Promise((resolve) => setImmediate(resolve))
  pages.forget(['article:1'])
  const fresh = await pages.page('/a', () => Promise.resolve(drawn('new')))
  finish()
  await old
  assert.equal(await textOf(fresh), 'new')
  assert.equal(await textOf(pages.peek('/a')), 'new')
})

test('an address that leads nowhere is not kept', async () => {
  const pages = new PageStore()
  await pages.page('/nowhere', () => Promise.resolve({ ...drawn('none'), status: 404 }))
  assert.equal(pages.peek('/nowhere'), undefined)
})

test('the answer is in the best encoding that the browser takes', async () => {
  const page = new KeptPage(drawn('word '.repeat(500)))
  const encodingFor = async (accepted?: string) =>
    (await answerTo(page, accepted, undefined)).headers['content-encoding']
  assert.equal(await encodingFor('gzip, deflate, br'), 'br')
  assert.equal(await encodingFor('gzip'), 'gzip')
  assert.equal(await encodingFor('br;q=0, gzip;q=0.5'), 'gzip')
  assert.equal(await encodingFor('identity'), undefined)
  assert.equal(await encodingFor(), undefined)
})

test('a page is compressed once, and only as somebody takes it', async () => {
  const page = new KeptPage(drawn('word '.repeat(500)))
  assert.ok(!(answerTo(page, undefined, undefined) instanceof Promise), 'as it is, at once')
  const asked = [answerTo(page, 'br', undefined), answerTo(page, 'br', undefined)]
  assert.ok(asked.every((answer) => answer instanceof Promise))
  const [first, second] = await Promise.all(asked)
  assert.equal(first, second)
  assert.equal(answerTo(page, 'br', undefined), first, 'and from then on at once')
  assert.ok((first?.body?.length ?? Infinity) < 100)
})

test('who has the page already is told so in a few bytes', async () => {
  const page = new KeptPage(drawn('word '.repeat(500)))
  const { headers } = await answerTo(page, 'br', undefined)
  const again = await answerTo(page, 'br', headers['etag'])
  assert.equal(again.status, 304)
  assert.equal(again.body, undefined)
  assert.equal((await answerTo(page, 'br', '"another-br"')).status, 200)
})

test('what has changed since a moment is not untouched', () => {
  const pages = new PageStore()
  const before = pages.moment
  pages.forget(['article:1'])
  assert.equal(pages.isUntouched(['article:1'], before), false)
  assert.equal(pages.isUntouched(['article:2'], before), true)
  assert.equal(pages.isUntouched(['article:1'], pages.moment), true)
  pages.forgetAll()
  assert.equal(pages.isUntouched(['article:2'], before), false)
})
