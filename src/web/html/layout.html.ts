import { direction } from './direction.ts'
import { html, trusted, type Html, type Part } from './html.ts'
import type { Section, Site } from '../site.ts'
import { styles, type Look } from '../assets/styles.ts'
import { time } from './time.html.ts'

export interface Page {
  site: Site
  /** Which style sheet: the Content-Security-Policy of the answer must name the same. */
  look: Look
  title: string
  description?: string | undefined
  /** The address that search engines shall list: the page's own, from its slash on, or another site's. */
  canonical?: string | undefined
  /** Further elements of the head, such as JSON-LD. */
  head?: Part
  body: Part
  /** Address of the script that adds comfort. */
  script?: string | undefined
  /** Slug of the section that the page belongs to. */
  section?: string | undefined
  bodyClass?: string | undefined
  /** The day of a front page, which has the great nameplate. */
  day?: string | undefined
}

/** A whole document. */
export function page(page: Page): string {
  const { site, look, canonical, description, script } = page
  return html`<!doctype html>
<html lang="${site.language}"${direction(site.language) === 'rtl' && html` dir="rtl"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title === site.name ? site.name : `${page.title} · ${site.name}`}</title>
${description && html`<meta name="description" content="${description}">`}
<meta name="theme-color" content="#fdfcf9" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#161511" media="(prefers-color-scheme: dark)">
${canonical && html`<link rel="canonical" href="${new URL(canonical, site.origin).href}">`}
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/apple-touch-icon.png">
<link rel="manifest" href="/manifest.webmanifest">
<link rel="alternate" type="application/rss+xml" title="${site.name}" href="/feeds/all.rss">
<link rel="alternate" type="application/atom+xml" title="${site.name}" href="/feeds/all.atom">
<style>${trusted(styles[look])}</style>
${page.head}
${script && html`<script type="module" src="${script}"></script>`}
</head>
<body${page.bodyClass && html` class="${page.bodyClass}"`}>
<a class="skip" href="#main">Skip to the main part</a>
${masthead(page)}
<main id="main" tabindex="-1">
${page.body}
</main>
${footer(site)}
</body>
</html>
`.toString()
}

function masthead({ site, day, section }: Page): Html {
  const name = html`<a href="/">${site.name}</a>`
  return html`<header class="mast${day && ' great'}">
    ${day ? html`<h1 class="plate">${name}</h1>` : html`<p class="plate">${name}</p>`}
    ${day && html`<p class="ears">${time(day, site, 'day')} <i>${site.motto}</i></p>`}
    <nav aria-label="Sections"><ul>
      ${site.sections.map((each) => sectionLink(each, section))}
      <li class="find"><a href="/search">Search</a></li>
    </ul></nav>
  </header>`
}

function sectionLink({ slug, name }: Section, current: string | undefined): Html {
  const here = slug === current && html` aria-current="page"`
  return html`<li><a href="/sections/${slug}"${here}>${name}</a></li>`
}

function footer(site: Site): Html {
  return html`<footer class="foot">
    <p class="plate"><a href="/">${site.name}</a></p>
    <p><i>${site.motto}</i></p>
    <ul>
      <li>
        A machine summary carries the sentences of the article itself, or sentences checked against
        it. Each opens the passage it rests on, and a changed article takes its summary down until
        it is checked again.
      </li>
      <li>Moods are clicks by readers, not a poll. They never rank a story and are never sold.</li>
      <li>Agency stories carry the agency’s name and credit, as it wrote them.</li>
    </ul>
    <p class="links">
      <a href="/summaries/register">Errors of summaries</a>
      <a href="/feeds/all.rss">RSS feed</a> <a href="/feeds/all.atom">Atom feed</a>
      <a href="#main">Back to the top</a>
    </p>
  </footer>`
}
