import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PageStore } from './page-store.ts'
import type { Drawn } from './public-page.ts'
import { answerTo, keptPage } from './public-page.ts'

function drawn(body: string, topics = ['article:1']): Drawn {
  return { status: 200, type: 'text/html; charset=utf-8', headers: {}, body, topics }
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
  assert.equal(Buffer.from(fresh.answers.identity.whole.body ?? []).toString(), 'new')
  assert.equal(Buffer.from(pages.peek('/a')?.answers.identity.whole.body ?? []).toString(), 'new')
})

test('an address that leads nowhere is not kept', async () => {
  const pages = new PageStore()
  await pages.page('/nowhere', () => Promise.resolve({ ...drawn('none'), status: 404 }))
  assert.equal(pages.peek('/nowhere'), undefined)
})

test('the answer is in the best encoding that the browser takes', async () => {
  const page = await keptPage(drawn('word '.repeat(500)))
  const encodingFor = (accepted?: string) =>
    answerTo(page, accepted, undefined).headers['content-encoding']
  assert.equal(encodingFor('gzip, deflate, br'), 'br')
  assert.equal(encodingFor('gzip'), 'gzip')
  assert.equal(encodingFor('br;q=0, gzip;q=0.5'), 'gzip')
  assert.equal(encodingFor('identity'), undefined)
  assert.equal(encodingFor(), undefined)
})

test('who has the page already is told so in a few bytes', async () => {
  const page = await keptPage(drawn('word '.repeat(500)))
  const { headers } = answerTo(page, 'br', undefined)
  const again = answerTo(page, 'br', headers['etag'])
  assert.equal(again.status, 304)
  assert.equal(again.body, undefined)
  assert.equal(answerTo(page, 'br', '"another-br"').status, 200)
})
