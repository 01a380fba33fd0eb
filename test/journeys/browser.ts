import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import type { Article, ArticleDraft } from '../../src/articles/articles.ts'
import { createArticle } from '../../src/articles/articles.ts'
import type { OnRevision } from '../../src/articles/articles.ts'
import { summariseRevision } from '../../src/summaries/summaries.ts'
import { findChromium } from '../chromium.ts'
import type { RunningSite } from '../site/newsroom.ts'
import { harbourStory, runningSite } from '../site/newsroom.ts'

export interface Visit {
  page: Page
  context: BrowserContext
  site: RunningSite
  /** Opens an address of the site. */
  open: (path: string) => Promise<void>
}

export interface VisitOptions extends BrowserContextOptions {
  /** Answers that the journey expects to be refused: Chromium reports each as an error. */
  refusals?: number[]
  /** Why the test cannot run here. */
  skip?: string | false
}

export interface Stage {
  /** A test in a fresh browser context that fails on any error, violation or foreign request. */
  journey: (sentence: string, options: VisitOptions, run: (visit: Visit) => Promise<void>) => void
  /** The same inside a test, for a second kind of browser. */
  visit: (options: VisitOptions, run: (visit: Visit) => Promise<void>) => Promise<void>
  site: () => RunningSite
}

/** Starts the real site and one Chromium for all tests of a file. */
export function onStage(options?: { empty: boolean }): Stage {
  let site: RunningSite | undefined
  let browser: Browser | undefined
  before(async () => {
    ;[site, browser] = await Promise.all([runningSite(options), launch()])
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })
  const siteThere = () => {
    assert.ok(site, 'the site is up')
    return site
  }
  const visit: Stage['visit'] = async (options, run) => {
    const { refusals = [], ...wishes } = options
    assert.ok(browser, 'Chromium is up')
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...wishes })
    try {
      const troubles = await watch(context, siteThere(), refusals)
      const page = await context.newPage()
      const open = async (path: string) => {
        await page.goto(siteThere().origin + path)
      }
      await run({ page, context, site: siteThere(), open })
      assert.deepEqual(troubles, [])
    } finally {
      await context.close()
    }
  }
  return {
    site: siteThere,
    visit,
    journey: (sentence, options, run) => {
      test(sentence, { skip: options.skip ?? false }, () => visit(options, run))
    },
  }
}

export function launch(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? findChromium()
  assert.ok(executablePath, 'there is a Chromium: run it through npm test')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Collects whatever a reader's browser would complain about, and requests that leave the house. */
async function watch(
  context: BrowserContext,
  site: RunningSite,
  refusals: number[],
): Promise<string[]> {
  const troubles: string[] = []
  const expected = refusals.map((status) => `the server responded with a status of ${status} `)
  context.on('console', (message) => {
    const text = message.text()
    if (message.type() !== 'error' && !text.startsWith('violation')) return
    if (!expected.some((words) => text.includes(words))) troubles.push(`console: ${text}`)
  })
  context.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('weberror', (error) => troubles.push(`page: ${error.error().message}`))
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol !== 'data:' && url.origin !== site.origin)
      troubles.push(`request to ${request.url()}`)
  })
  await context.addInitScript(() => {
    // Runs in the browser.
    globalThis.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI } = event as unknown as Record<string, string>
      console.error(`violation of ${violatedDirective} by ${blockedURI}`)
    })
  })
  return troubles
}

/** Publishes an invented story on a running site, by default with its summary. */
export async function publishOn(
  { house }: RunningSite,
  headline: string,
  draft: Partial<ArticleDraft> = {},
  onRevision: OnRevision = summariseRevision,
): Promise<Article> {
  const now = house.now()
  const whole: ArticleDraft = {
    section: 'news',
    facts: { pubStatus: 'usable' },
    publishedAt: now.toISOString(),
    updatedAt: now.toISOString(),
    ...draft,
    content: {
      headline,
      standfirst: 'The harbour board votes for a wall of the old height, at 12.4 million crowns.',
      byline: 'Ada Quill',
      dateline: 'PORT LINNET',
      language: 'en',
      subjects: [],
      body: harbourStory.map((text) => ({ kind: 'paragraph', spans: [{ text }] })),
      ...draft.content,
    },
  }
  const article = await house.engine.write((tx) =>
    createArticle(house.engine, tx, whole, now, onRevision),
  )
  house.pages.forget(['lists'])
  return article
}
