import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import type { RunningSite } from '../site/newsroom.ts'
import { runningSite } from '../site/newsroom.ts'
import { hostileRecords, places, skipWithout } from '../data/test-data.ts'

const skip = skipWithout(places.hostile)
/** How long a request that never ends is looked at, in ms. */
const patience = 500

let site: RunningSite
before(async () => {
  site = await runningSite({ empty: true })
})
after(() => site.close())

test('a path out of the house leads nowhere', { skip }, async () => {
  const records = [...hostileRecords('path', ['own'], 50), ...hostileRecords('path', ['patt'], 99)]
  for (const { bytes, name } of records) {
    const path = bytes.toString('latin1')
    if (/[\r\n ]/.test(path)) continue
    for (const place of ['/', '/pictures/', '/scripts/', '/feeds/', '/articles/', '/icon-']) {
      const answer = await sent(
        `GET ${place}${path} HTTP/1.1\r\nHost: ${host()}\r\nConnection: close\r\n\r\n`,
      )
      const status = statusOf(answer)
      assert.ok(status >= 200 && status < 500, `${name} at ${place}: ${answer.slice(0, 80)}`)
      assert.doesNotMatch(answer, /root:x:0|"dependencies"|\[extensions\]|PATH=/, name)
      assert.doesNotMatch(answer, /^set-cookie: x=/im, name)
      const goal = /^location: (.*)$/im.exec(answer)?.[1]
      assert.ok(goal === undefined || /^\/(?![/\\])/.test(goal), `${name} leads to ${goal}`)
    }
  }
})

test('a request that two servers would read differently is refused', { skip }, async (t) => {
  for (const { bytes, name, expect } of hostileRecords('http', ['own-raw'], 50)) {
    const request = bytes
      .toString('latin1')
      .replaceAll('standfirst.example', host())
      .replaceAll('/api/comments', '/articles/none/comments')
    const answer = await sent(request)
    const status = statusOf(answer)
    assert.ok(status < 500 || status === 501 || status === 505, `${name}: ${answer.slice(0, 80)}`)
    if (expect === 'reject')
      assert.ok(
        answer === '' || (status >= 400 && status !== 404),
        `${name}: ${answer.slice(0, 80)}`,
      )
    if (expect === '414 or 431') assert.ok([414, 431].includes(status), `${name}: ${status}`)
    assert.doesNotMatch(answer, /evil\.example/, name)
    const begun = performance.now()
    assert.equal((await fetch(`${site.origin}/health/live`)).status, 200)
    assert.ok(performance.now() - begun < 1000, `${name} holds others up`)
  }
  t.diagnostic('each was followed by a plain request that was served')
})

function host(): string {
  return new URL(site.origin).host
}

/** Sends the very bytes and gives what came back until the site hung up, or nothing more came. */
function sent(request: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(site.config.port, '127.0.0.1', () => socket.write(request, 'latin1'))
    socket.setTimeout(patience, () => socket.destroy())
    socket.setEncoding('latin1').on('data', (text: string) => (answer += text))
    // The answer is what counts; how the connection ended is not.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => resolve(answer))
  })
}

function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
}
