import { direction } from '../../web/html/direction.ts'
import { html, jsonScript, type Html } from '../../web/html/html.ts'
import { page } from '../../web/html/layout.html.ts'
import type { Site } from '../../web/site.ts'
import { time } from '../../web/html/time.html.ts'
import type { ShownPicture } from '../../pictures/pictures.ts'
import { addressOf, previewOf, storyPicture } from '../../pictures/pictures.ts'
import type { Origin } from '../article-json.ts'
import type { Article, Correction, Teaser } from '../article.ts'
import { bodyMarkup } from '../body/body.html.ts'
import { isReserved } from '../terms/for-machines.ts'
import { sectionName } from './teaser.html.ts'

export interface ArticlePage {
  site: Site
  article: Article
  /** Where the text came from; absent for the house's own. */
  origin?: Origin | undefined
  /** What other features put on the page. */
  parts: {
    summary: Html
    moods: Html
    conversation: Html
    summarized?: ReadonlySet<number>
  }
  related: Teaser[]
  jsonLd?: unknown
  script?: string | undefined
}

export function articlePage(view: ArticlePage): string {
  const { site, article, parts, jsonLd } = view
  const [first, ...others] = article.pictures ?? []
  return page({
    site,
    look: 'article',
    title: article.headline,
    description: article.standfirst,
    canonical: article.canonical ?? `/articles/${article.slug}`,
    section: article.section,
    script: view.script,
    head: [
      article.searchEngines === 'noindex' && html`<meta name="robots" content="noindex">`,
      isReserved(article) && html`<meta name="tdm-reservation" content="1">`,
      html`<link rel="alternate" type="application/json" href="/articles/${article.slug}.json">`,
      first && openGraph(first, article, site),
      jsonLd !== undefined &&
        html`<script type="application/ld+json">${jsonScript(jsonLd)}</script>`,
    ],
    body: html`<article class="story"${language(article, site)}>
        ${heading(article, site)} ${about(article, site)}
        ${first && storyPicture(first, true)}
        <div class="text">
          ${article.corrections.length > 0 && corrections(article.corrections, site)}
          ${parts.summary}
          <div class="body">${bodyMarkup(article.body, article.dateline, parts.summarized)}</div>
          ${others.map((picture) => storyPicture(picture, false))}
          ${credits(article, site, view.origin)}
        </div>
      </article>
      <div class="after">${parts.moods} ${parts.conversation}</div>
      ${view.related.length > 0 && further(view.related)}`,
  })
}

function language(article: Article, site: Site): Html | false {
  if (article.language === site.language) return false
  return html` lang="${article.language}" dir="${direction(article.language)}"`
}

function heading(article: Article, site: Site): Html {
  return html`<header>
    <p class="kicker">
      <a href="/sections/${article.section}">${sectionName(site, article.section)}</a>
    </p>
    <h1>${article.headline}</h1>
    ${article.standfirst && html`<p class="deck">${article.standfirst}</p>`}
  </header>`
}

function about({ agency, byline, publishedAt, updatedAt }: Article, site: Site): Html {
  const twice = agency !== undefined && agency !== byline
  return html`<div class="about">
    ${byline && html`<p class="byline">${byline}</p>`}
    ${twice && html`<p class="agency">${agency}</p>`}
    <p>Published ${time(publishedAt, site)}</p>
    ${updatedAt !== publishedAt && html`<p>Updated ${time(updatedAt, site)}</p>`}
  </div>`
}

/** What link previews show: https://ogp.me */
function openGraph(picture: ShownPicture, { headline }: Article, { origin }: Site): Html {
  const image = previewOf(picture, 'landscape')
  if (!image) return html``
  return html`<meta property="og:title" content="${headline}">
<meta property="og:image" content="${origin}${addressOf(picture.id, image)}">
<meta property="og:image:width" content="${image.width}"><meta property="og:image:height" content="${image.height}">
<meta property="og:image:alt" content="${picture.alt || picture.caption}">
<meta name="twitter:card" content="summary_large_image">`
}

function corrections(all: Correction[], site: Site): Html {
  return html`<aside class="corrections" aria-label="Corrections">${all.map((each) => correction(each, site))}</aside>`
}

function correction({ text, at, paragraph }: Correction, site: Site): Html {
  const where = paragraph !== undefined && html` <a href="#p${paragraph}">See the paragraph</a>`
  return html`<p><b>Corrected</b> ${time(at, site)}. ${text}${where}</p>`
}

function credits(article: Article, site: Site, origin: Origin | undefined): Html | undefined {
  const { creditline, copyrightNotice } = article
  if (!creditline && !copyrightNotice && !origin) return undefined
  return html`<footer class="credits">
    ${creditline && html`<p>Credit: ${creditline}</p>`}
    ${copyrightNotice && html`<p>${copyrightNotice}</p>`}
    ${origin && provenance(article, site, origin)}
  </footer>`
}

/** Whose text it is, as of when, and whether the house has had a hand in it (rule 22). */
function provenance({ agency }: Article, site: Site, origin: Origin): Html {
  const { link, version, versionCreated, edited } = origin
  const name = agency ?? (link === undefined ? 'a news agency' : new URL(link).host)
  const source = link === undefined ? name : html`<a href="${link}">${name}</a>`
  // A time or a hash in the place of a number tells readers nothing.
  const counted = /^\d{1,4}$/.test(version) && html`, version ${version}`
  const sent = versionCreated !== undefined && html`, sent ${time(versionCreated, site)}`
  return html`<p class="provenance">Source: ${source}${sent}${counted}. ${edited ? `Edited by ${site.name}.` : 'Not edited here.'}</p>`
}

function further(stories: Teaser[]): Html {
  return html`<nav class="further" aria-labelledby="further">
    <h2 class="rubric" id="further">Read on</h2>
    <ul>
      ${stories.map(
        ({ slug, headline, standfirst }) =>
          html`<li>
            <a href="/articles/${slug}">${headline}</a>${standfirst && html`<p>${standfirst}</p>`}
          </li>`,
      )}
    </ul>
  </nav>`
}
