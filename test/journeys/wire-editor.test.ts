import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { eventually } from '../site/newsroom.ts'
import type { IntakeLine } from '../../src/wire/wire.ts'
import { onStage } from './browser.ts'

const stage = onStage()
const folder = mkdtempSync(join(tmpdir(), 'standfirst-wire-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const headline = 'Ferry runs onto the bar off Port Linnet'
const misstated =
  'The Gannet had 48 people on board when she touched the bar at low water, the harbour master said.'
const right =
  'The Gannet had 84 people on board when she touched the bar at low water, the harbour master said.'
const note = 'An earlier version gave the number of people on board as 48; it was 84.'

stage.journey(
  'wire copy is on the site within a second, and correction, hold and kill reach page, data, feed and lists',
  { refusals: [410] },
  async ({ page, site, open }) => {
    const get = (path: string) => fetch(site.origin + path)
    const text = async (path: string) => (await get(path)).text()

    const line = await ingest(item({ version: 1, text: misstated }), site.config.dataFolder)
    assert.equal(line.outcome, 'published', line.reason)
    const address = line.article ?? ''
    await eventually(async () => (await text('/')).includes(address), 1000)
    await open('/')
    await page.getByRole('link', { name: headline }).first().click()
    assert.equal(await page.locator('h1').innerText(), headline)
    assert.match(await page.locator('.body').innerText(), /48 people/)
    assert.match(await page.locator('.body').innerText(), /PORT LINNET \(Lodestar\) –/i)
    assert.match(await page.locator('.summary').innerText(), /revision 1 /)
    assert.match(await page.locator('.credits').innerText(), /Credit: Lodestar/)
    assert.match(await text('/feeds/all.rss'), new RegExp(address))

    await ingest(item({ version: 2, text: right, meta: corrects }), site.config.dataFolder)
    await eventually(async () => (await text(address)).includes('84 people'), 1000)
    await page.reload()
    assert.match(await page.locator('.corrections').innerText(), new RegExp(note))
    assert.doesNotMatch(await page.locator('.corrections').innerText(), /para 2/)
    for (const part of ['.body', '.summary'])
      assert.doesNotMatch(await page.locator(part).innerText(), /48 people/)
    assert.match(await page.locator('.summary').innerText(), /revision 2 /)
    await page.locator('.corrections').getByRole('link', { name: 'See the paragraph' }).click()
    assert.match(await page.locator('.body :target').innerText(), /84 people/)
    const data = (await (await get(`${address}.json`)).json()) as { version: string }
    assert.equal(data.version, '2')

    await ingest(item({ version: 3, text: right, status: 'withheld' }), site.config.dataFolder)
    await eventually(async () => (await get(address)).status === 410, 1000)
    await page.reload()
    assert.equal(await page.locator('h1').innerText(), 'This story is on hold')
    assert.match(await page.locator('[data-problem]').innerText(), /put this story on hold/)
    await nowhere()

    await ingest(item({ version: 4, text: right }), site.config.dataFolder)
    await eventually(async () => (await get(address)).status === 200, 1000)
    // A kept feed is forgotten at the next tick; the page, which was not kept, is there at once.
    await eventually(async () => (await text('/feeds/all.rss')).includes(address), 1000)

    await ingest(item({ version: 5, text: right, status: 'canceled' }), site.config.dataFolder)
    await eventually(async () => (await get(address)).status === 410, 1000)
    await page.reload()
    assert.match(await page.locator('[data-problem]').innerText(), /has withdrawn this story/)
    assert.doesNotMatch(await page.content(), /Gannet|Ferry runs/)
    await nowhere()

    async function nowhere(): Promise<void> {
      for (const path of [`${address}.json`, `${address}.txt`, `${address}/mood`]) {
        assert.equal((await get(path)).status, 410, path)
        assert.doesNotMatch(await text(path), /Gannet|Ferry runs/, path)
      }
      for (const list of [
        '/',
        '/sections/world',
        '/feeds/all.rss',
        '/feeds/all.atom',
        '/feeds/all.json',
        '/sitemap.xml',
        '/news-sitemap.xml',
      ])
        // Kept lists are forgotten by the node's next look at the changes, within the same second.
        await eventually(async () => !(await text(list)).includes(address), 1000)
    }
  },
)

const corrects = `<edNote>CORRECTS para 2 to 84 instead of 48</edNote>
  <edNote role="role:correctionshort">${note}</edNote><signal qcode="sig:correction"/>`

interface Version {
  version: number
  text: string
  status?: string
  meta?: string
}

/** One version of an invented item, as its agency would send it. */
function item({ version, text, status = 'usable', meta = '' }: Version): string {
  const at = new Date(Date.now() - 60_000 + version * 1000).toISOString()
  return `<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:lodestar.example:gannet" version="${version}" standard="NewsML-G2" standardversion="2.34" conformance="power" xml:lang="en">
  <rightsInfo><copyrightNotice>(c) Lodestar</copyrightNotice></rightsInfo>
  <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:Lodestar"/><versionCreated>${at}</versionCreated>
    <pubStatus qcode="stat:${status}"/>${meta}</itemMeta>
  <contentMeta><urgency>3</urgency><headline>${headline}</headline><by>Lodestar</by>
    <dateline>PORT LINNET (Lodestar) –</dateline><creditline>Lodestar</creditline></contentMeta>
  <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
    <p>The island ferry Gannet ran onto the bar off Port Linnet on Tuesday evening and came free on the next tide.</p>
    <p>${text}</p>
    <p>Nobody was hurt, and two pilot boats stayed beside her until the water rose shortly after midnight.</p>
    <p>The bar has moved thirty metres to the west since the last survey, which was made four years ago.</p>
    <p>The harbour board will send the survey boat out again this week, its chair Maren Ostby said.</p>
    <p>Ferries will use the north channel until then and take twelve minutes longer for the crossing.</p>
  </body></html></inlineXML></contentSet>
</newsItem>`
}

let files = 0

/** Runs `standfirst ingest` beside the site, as an agency's delivery does, and reads its one line. */
async function ingest(xml: string, data: string): Promise<IntakeLine> {
  const file = join(folder, `${++files}.xml`)
  writeFileSync(file, xml)
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/main.ts', 'ingest', file],
    { env: { ...process.env, STANDFIRST_DATA: data }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
  const code = await new Promise((resolve) => child.on('close', resolve))
  assert.equal(code, 0, output)
  return JSON.parse(output) as IntakeLine
}
