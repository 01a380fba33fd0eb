import { html, type Html } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import { time } from '../../web/html/time.html.ts'
import type { PicturePlace } from '../../pictures/pictures.ts'
import { teaserPicture } from '../../pictures/pictures.ts'
import type { Teaser } from '../article.ts'

export interface TeaserForm {
  level: 2 | 3
  /** Where the picture stands; absent where the teaser goes without. */
  picture?: Exclude<PicturePlace, 'article'>
  /** Says the section above the headline, where the place on the page does not. */
  kicker?: boolean
  standfirst?: boolean
  /** The day that the page bears: what is of that day shows its hour only. */
  day?: string
}

export function teaser(story: Teaser, site: Site, form: TeaserForm): Html {
  const { level, picture, kicker, standfirst = true } = form
  const link = html`<a href="/articles/${story.slug}">${story.headline}</a>`
  const pictured = picture && story.picture
  return html`<article class="teaser${(picture === 'lead' || picture === 'section-lead') && ' lead'}${pictured && ' pictured'}">
    ${kicker && html`<p class="kicker">${sectionName(site, story.section)}</p>`}
    ${level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`}
    ${pictured && teaserPicture(pictured, picture)}
    ${standfirst && story.standfirst && html`<p class="deck">${story.standfirst}</p>`}
    ${smallPrint(story, site, form.day)}
  </article>`
}

export function sectionName(site: Site, slug: string): string {
  return site.sections.find((section) => section.slug === slug)?.name ?? slug
}

function smallPrint(story: Teaser, site: Site, day: string | undefined): Html {
  const { agency, byline, comments, slug, corrected, updatedAt } = story
  const author = agency ?? byline
  const said = comments === 1 ? '1 comment' : `${comments} comments`
  return html`<p class="small">
${author && html`<b>${author}</b>`}
${time(updatedAt, site, day === undefined ? 'short' : { near: day })}
${corrected && html`<span class="corrected">Corrected</span>`}
${comments > 0 && html`<a href="/articles/${slug}#comments">${said}</a>`}
</p>`
}
