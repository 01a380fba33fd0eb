/** Takes the picture of the README: `npm run screenshot` writes docs/screenshot.jpg. */
import { launch } from './journeys/browser.ts'
import { runningSite } from './newsroom.ts'

const screen = { width: 1280, height: 800 }
const quality = 75

const [site, browser] = await Promise.all([runningSite(), launch()])
try {
  const page = await browser.newPage({ viewport: screen, colorScheme: 'light' })
  await page.goto(site.origin, { waitUntil: 'networkidle' })
  await page.screenshot({ path: 'docs/screenshot.jpg', type: 'jpeg', quality })
} finally {
  await browser.close()
  await site.close()
}
