import assert from 'node:assert/strict'
import { onBothEngines } from '../../../test/database/engines.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import {
  association,
  jpeg,
  pictured,
  pictureServer,
  workPictures,
} from '../../../test/site/picture-world.ts'
import { signedIn } from '../../../test/site/signed-in.ts'

const page = '/articles/the-island-ferry-runs-again'

async function deskWith(
  engine: Parameters<typeof newsroomOn>[0],
  t: Parameters<typeof pictureServer>[0],
  more: object,
) {
  const newsroom = newsroomOn(engine)
  const server = await pictureServer(t)
  server.at.set('/ferry.jpg', await jpeg(1600, 1000))
  await newsroom.ingest(pictured([association(`${server.origin}/ferry.jpg`, more)]))
  await workPictures(newsroom, server.outgoing)
  const desk = await signedIn(newsroom)
  const href = /\/desk\/pictures\/[\w]{26}/.exec(await desk.page('/desk/pictures'))?.[0] ?? ''
  return { newsroom, server, desk, href }
}

onBothEngines('an editor gives a picture its words, and readers see it', async ({ open }, t) => {
  const engine = await open()
  const { newsroom, desk, href } = await deskWith(engine, t, {
    descriptions: [],
    altText: undefined,
    by: undefined,
    creditline: undefined,
  })
  const before = await desk.page(href)
  assert.match(before, /It has no credit; write one\.[^]+It has no caption; write one\./)
  assert.match(await desk.page('/desk'), /<b>1<\/b> Pictures/)
  const form = /action="(\/desk\/pictures\/[^"]+\/words\/[^"]+)"/.exec(before)?.[1] ?? ''
  const words = { caption: 'The ferry <sails>', credit: 'Meridian', alt: 'A ferry' }
  assert.equal((await desk.post(form, words)).status, 303)
  const text = await (await newsroom.get(page)).text()
  assert.match(text, /<figcaption>The ferry &lt;sails&gt; <span class="credit">Meridian</)
  assert.match(text, /alt="A ferry"/)
  assert.match(await desk.page('/desk/decisions'), /worded a picture/)
  await engine.close()
})

onBothEngines(
  'terms are confirmed as they stand, with a reason, and others have to be confirmed anew',
  async ({ open }, t) => {
    const engine = await open()
    const { newsroom, server, desk, href } = await deskWith(engine, t, { usageTerms: 'TURKEY OUT' })
    const isShown = async () => (await (await newsroom.get(page)).text()).includes('<picture>')
    assert.match(await desk.page(href), /TURKEY OUT/)
    assert.equal((await desk.post(`${href}/terms`, { why: '' })).status, 422)
    assert.equal(await isShown(), false)
    assert.equal(
      (await desk.post(`${href}/terms`, { why: 'We do not sell to Turkey' })).status,
      303,
    )
    assert.equal(await isShown(), true)
    const other = association(`${server.origin}/ferry.jpg`, { usageTerms: 'NO ARCHIVAL USE' })
    await newsroom.ingest(pictured([other], { version: 2 }))
    assert.equal(await isShown(), false)
    await engine.close()
  },
)

onBothEngines('a click sets the focus, and crops get other addresses', async ({ open }, t) => {
  const engine = await open()
  const { newsroom, server, desk, href } = await deskWith(engine, t, {})
  const crop = async () =>
    /\/pictures\/[^ "]+x3-2[^ "]+jpg/.exec(await (await newsroom.get('/')).text())?.[0]
  const before = await crop()
  assert.match(await desk.page(href), /<input[^>]+type="image"[^>]+width="640"[^>]+height="400"/)
  assert.equal((await desk.post(`${href}/focus`, { 'at.x': '0', 'at.y': '0' })).status, 422)
  assert.equal((await desk.post(`${href}/focus`, { 'at.x': '480', 'at.y': '100' })).status, 303)
  assert.match(await desk.page(href), /It is at 75 % from the left and 25 % from the top/)
  await workPictures(newsroom, server.outgoing)
  const after = await crop()
  assert.notEqual(after, before)
  assert.equal((await newsroom.get(before ?? '')).status, 200, 'open pages keep theirs for a day')
  assert.equal((await desk.post(`${href}/focus`, { place: 'bottom left' })).status, 303)
  assert.match(await desk.page(href), /It is at 16\.7 % from the left and 83\.3 % from the top/)
  await engine.close()
})

onBothEngines(
  'the desk sees a picture that readers may not, and nobody else does',
  async ({ open }, t) => {
    const engine = await open()
    const { newsroom, desk, href } = await deskWith(engine, t, { usageTerms: 'TURKEY OUT' })
    const preview = await desk.get(`${href}/preview`)
    assert.equal(preview.headers.get('content-type'), 'image/jpeg')
    assert.equal(preview.headers.get('cache-control'), 'no-store')
    assert.equal((await newsroom.get(`${href}/preview`)).status, 404)
    await engine.close()
  },
)

onBothEngines('a failure says why, and can be tried again', async ({ open }, t) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const server = await pictureServer(t)
  await newsroom.ingest(pictured([association(`${server.origin}/ferry.jpg`)]))
  await workPictures(newsroom, server.outgoing)
  const desk = await signedIn(newsroom)
  const list = await desk.page('/desk/pictures')
  assert.match(list, /Its address answers with status 404\./)
  const href = /\/desk\/pictures\/[\w]{26}/.exec(list)?.[0] ?? ''
  server.at.set('/ferry.jpg', await jpeg(800, 500))
  newsroom.clock.now = new Date(newsroom.clock.now.getTime() + 500_000)
  assert.equal((await desk.post(`${href}/fetch`, {})).status, 303)
  await workPictures(newsroom, server.outgoing)
  assert.match(await desk.page(href), /Readers see it\./)
  await engine.close()
})
