/** Takes the picture of the README: `npm run screenshot` writes docs/screenshot.jpg. */
import { launch } from './journeys/browser.ts'
import { eventually, runningSite } from './site/newsroom.ts'

const screen = { width: 1280, height: 800 }
const quality = 75
/** In milliseconds. */
const longestWait = 60_000

const [site, browser] = await Promise.all([runningSite(), launch()])
try {
  const page = await browser.newPage({ viewport: screen, colorScheme: 'light' })
  // A new newsroom makes the sizes of its pictures first.
  const hasPicture = async () => (await (await fetch(site.origin)).text()).includes('<picture')
  await eventually(hasPicture, longestWait)
  await page.goto(site.origin, { waitUntil: 'networkidle' })
  await page.screenshot({ path: 'docs/screenshot.jpg', type: 'jpeg', quality })
} finally {
  await browser.close()
  await site.close()
}
