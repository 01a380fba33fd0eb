/** Takes the pictures of the documents: `npm run screenshot` writes docs/screenshot.jpg and docs/desk.jpg. */
import { newDeskLink } from '../src/desk/desk.ts'
import { launch } from './journeys/browser.ts'
import { eventually, runningSite } from './site/newsroom.ts'

const screen = { width: 1280, height: 800 }
const quality = 75
/** In milliseconds. */
const longestWait = 60_000

const [site, browser] = await Promise.all([runningSite(), launch()])
try {
  const page = await browser.newPage({ viewport: screen, colorScheme: 'light' })
  const take = (path: string) => page.screenshot({ path, type: 'jpeg', quality })
  // A new newsroom makes the sizes of its pictures first.
  const hasPicture = async () => (await (await fetch(site.origin)).text()).includes('<picture')
  await eventually(hasPicture, longestWait)
  await page.goto(site.origin, { waitUntil: 'networkidle' })
  await take('docs/screenshot.jpg')

  await page.goto(await newDeskLink(site.house.engine, site.origin, new Date()))
  await page.getByLabel('Your name').fill('Ines Okafor-Lund')
  await page.getByRole('button').click()
  await page.goto(`${site.origin}/desk/wire`)
  await page.setViewportSize({ ...screen, height: 560 })
  await take('docs/desk.jpg')
} finally {
  await browser.close()
  await site.close()
}
