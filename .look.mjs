import { chromium } from 'playwright-core'
import { readFileSync } from 'node:fs'
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const link = process.argv[2]
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-quic'] })
const shots = process.argv.slice(3)
let state
{
  const c = await browser.newContext(); const p = await c.newPage()
  await p.goto(link); 
  await p.screenshot({ path: '/tmp/desk-shots/signin.png' })
  await p.fill('#name', 'Ada Quill'); await p.click('button'); await p.waitForURL('**/desk')
  const rows = await (await p.request.get('http://localhost:8095/desk/wire')).text()
  const ids = [...rows.matchAll(/href="\/desk\/items\/(\w+)"[^>]*>([^<]*)/g)].map((m) => [m[2], m[1]])
  globalThis.items = Object.fromEntries(ids)
  const m = await (await p.request.get('http://localhost:8095/desk/matches')).text()
  globalThis.match = m.match(/\/desk\/items\/\w+\/matches\/\w+/)?.[0]
  state = await c.storageState(); await c.close()
}
const it = (n) => '/desk/items/' + (Object.entries(items).find(([k]) => k.startsWith(n))?.[1] ?? '')
const pages = { overview: '/desk', wire: '/desk/wire', holds: '/desk/holds', matches: '/desk/matches', match: match, quarantine: '/desk/quarantine', articles: '/desk/articles', article: '/desk/articles/keepers-return-to-light-skerry-point-by-hand', merges: '/desk/merges', comments: '/desk/comments', receipts: '/desk/receipts', decisions: '/desk/decisions', item: it('Keepers return to'), held: it('Museum'), noheadline: it('(no'), budget: it('Island') , merge: '/desk/articles/keepers-return-to-light-skerry-point-by-hand/merge' }
const sizes = [[1280, 'light'], [360, 'light'], [1280, 'dark'], [360, 'dark']]
for (const [width, scheme] of sizes) {
  const c = await browser.newContext({ storageState: state, viewport: { width, height: 800 }, colorScheme: scheme, bypassCSP: false })
  const p = await c.newPage()
  p.on('console', (m) => { if (m.type() === 'error') console.log('console', p.url(), m.text()) })
  p.on('pageerror', (e) => console.log('pageerror', p.url(), e.message))
  for (const [name, path] of Object.entries(pages)) {
    if (!path || (shots.length && !shots.includes(name))) continue
    const r = await p.goto('http://localhost:8095' + path)
    if (r.status() !== 200) { if (name !== 'merge') console.log(name, r.status()); continue }
    const wide = await p.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (wide > 0) console.log('overflow', name, width, wide)
    await p.screenshot({ path: `/tmp/desk-shots/${name}-${width}-${scheme}.png`, fullPage: true })
    const q = await browser.newContext({ storageState: state, viewport: { width, height: 800 }, colorScheme: scheme, bypassCSP: true })
    const a = await q.newPage(); await a.goto('http://localhost:8095' + path); await a.evaluate(axe)
    const v = await a.evaluate(() => window.axe.run())
    for (const x of v.violations) console.log('axe', name, width, scheme, x.id, x.nodes.slice(0, 3).map((n) => n.html.slice(0, 140)))
    await q.close()
  }
  await c.close()
}
await browser.close()
