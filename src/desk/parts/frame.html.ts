import { direction } from '../../web/html/direction.ts'
import { html, trusted, type Html, type Part } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import { styles } from '../../web/assets/styles.ts'
import { mostCounted, type WaitingCounts } from '../waiting.ts'

export interface Frame {
  site: Site
  title: string
  /** Which entry of the navigation it belongs to. */
  here: Place
  editor: string
  counts: WaitingCounts
  script: string
  /** What just happened, or what went wrong. */
  notice?: Notice | undefined
  body: Part
}

export interface Notice {
  kind: 'done' | 'trouble'
  text: Part
}

export type Place = (typeof places)[number]['path']

/** What `begins` a group stands a little apart. */
const places = [
  { path: '/desk', name: 'Overview', key: 'o' },
  { path: '/desk/wire', name: 'Wire', key: 'w', begins: true },
  { path: '/desk/holds', name: 'Holds', key: 'h', count: 'holds' },
  { path: '/desk/matches', name: 'Matches', key: 'm', count: 'matches' },
  { path: '/desk/merges', name: 'Merges', key: 'e', count: 'merges' },
  { path: '/desk/quarantine', name: 'Quarantine', key: 'q', count: 'quarantine' },
  { path: '/desk/sources', name: 'Sources', key: 'u', begins: true },
  { path: '/desk/usage', name: 'Limits', key: 'l', count: 'usage' },
  { path: '/desk/articles', name: 'Articles', key: 'a', begins: true },
  { path: '/desk/pictures', name: 'Pictures', key: 'p', count: 'pictures' },
  { path: '/desk/comments', name: 'Comments', key: 'c' },
  { path: '/desk/summaries', name: 'Summaries', key: 's' },
  { path: '/desk/receipts', name: 'Receipts', key: 'r', begins: true },
  { path: '/desk/decisions', name: 'Decisions', key: 'd' },
] as const

/** A whole page of the desk: a working tool, dense and plain, and complete without its script. */
export function deskPage(frame: Frame): string {
  const { site, title, notice } = frame
  return html`<!doctype html>
<html lang="${site.language}"${direction(site.language) === 'rtl' && html` dir="rtl"`}>
${head(site, title, frame.script)}
<body>
<a class="skip" href="#main">Skip to the main part</a>
<header class="bar">
<p class="name"><a href="${site.origin}/">${site.name}</a> <b>Desk</b></p>
${navigation(frame)}
<form class="out" method="post" action="/desk/session/end"><span>${frame.editor}</span> <button class="quiet">Sign out</button></form>
</header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
${notice && html`<p class="notice ${notice.kind}" role="${notice.kind === 'trouble' ? 'alert' : 'status'}">${notice.text}</p>`}
${frame.body}
</main>
<footer><details class="keys"><summary>Keys</summary>${keys()}</details></footer>
</body>
</html>
`.toString()
}

/** The page behind the one-time link: it asks for the name that decisions will carry. */
export function signInPage(site: Site, token: string, trouble?: string): string {
  return html`<!doctype html>
<html lang="${site.language}">
${head(site, 'Open the desk')}
<body>
<main id="main" class="door">
<h1>Open the desk</h1>
<p>Your name stands beside every decision that you make here. The link works once; after it, ask for a new one with <code>npm run -s standfirst -- desk</code>.</p>
<form method="post" action="/desk/session">
<input type="hidden" name="token" value="${token}">
<p><label for="name">Your name</label>
<input id="name" name="name" required maxlength="60" autocomplete="name" autofocus${trouble !== undefined && html` aria-describedby="trouble" aria-invalid="true"`}></p>
${trouble !== undefined && html`<p class="notice trouble" id="trouble" role="alert">${trouble}</p>`}
<button>Open the desk</button>
</form>
</main>
</body>
</html>
`.toString()
}

function head(site: Site, title: string, script?: string): Html {
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title} · Desk · ${site.name}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${trusted(styles.desk)}</style>
${script && html`<script type="module" src="${script}"></script>`}
</head>`
}

function navigation({ here, counts }: Frame): Html {
  return html`<nav aria-label="Desk"><ul>${places.map((place) => {
    const number = 'count' in place ? counts[place.count] : 0
    const shown = number >= mostCounted ? '99+' : String(number)
    return html`<li${'begins' in place && html` class="apart"`}><a href="${place.path}" data-go="${place.key}"${place.path === here && html` aria-current="page"`}>${place.name}${number > 0 && html` <span class="count">${shown}<span class="vh"> waiting</span></span>`}</a></li>`
  })}</ul></nav>`
}

function keys(): Html {
  const list: [string, string][] = [
    ['j k', 'next, previous line'],
    ['Enter', 'open the line'],
    ['x', 'act on the line (take down, decide)'],
    ['/', 'search'],
    ...places.map(({ key, name }): [string, string] => [`g ${key}`, name]),
  ]
  return html`<dl>${list.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}</dl>`
}
