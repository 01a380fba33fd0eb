import { html, type Html } from '../../web/html/html.ts'
import { page } from '../../web/html/layout.html.ts'
import type { Section, Site } from '../../web/site.ts'
import type { Teaser } from '../article.ts'
import { teaser } from './teaser.html.ts'

export interface Front {
  site: Site
  lead?: Teaser | undefined
  /** The most important first: four stand beside the lead, the others in a row below it. */
  stories: Teaser[]
  /** Below it, by section; a section without stories is left out. */
  sections: FrontSection[]
  /** The day that the paper bears. */
  now: string
  script?: string | undefined
}

export interface FrontSection extends Section {
  stories: Teaser[]
}

export type Arrangement = Pick<Front, 'lead' | 'stories' | 'sections'>

/**
 * Gives each of the newest stories its place: the first that has a picture leads, the next stand
 * beside it, then a row of stories with pictures; the others come under their sections.
 */
export function arranged(newest: Teaser[], sections: Section[]): Arrangement {
  const lead = newest.slice(0, 4).find((story) => story.picture) ?? newest[0]
  const others = newest.filter((story) => story !== lead)
  const aside = others.slice(0, besideLead)
  const row = others
    .slice(besideLead)
    .filter((story) => story.picture)
    .slice(0, inRow)
  const below = others.filter((story) => !aside.includes(story) && !row.includes(story))
  return {
    lead,
    stories: [...aside, ...row],
    sections: sections
      .map((section) => ({
        ...section,
        stories: below.filter((story) => story.section === section.slug),
      }))
      .filter(({ stories }) => stories.length > 0),
  }
}

const besideLead = 4
const inRow = 4

export function frontPage({ site, lead, stories, sections, now, script }: Front): string {
  return page({
    site,
    look: 'front',
    title: site.name,
    description: site.motto,
    canonical: '/',
    day: now,
    script,
    body: lead
      ? [
          top(lead, stories.slice(0, besideLead), site, now),
          row(stories.slice(besideLead), site, now),
          html`<div class="sections">
            ${sections.map((section) => sectionBlock(section, site, now))}
          </div>`,
        ]
      : html`<p class="empty">No story has been published yet.</p>`,
  })
}

// What stands beside the lead goes without pictures, which would outshout it.
function top(lead: Teaser, beside: Teaser[], site: Site, day: string): Html {
  return html`<div class="top">
    ${teaser(lead, site, { level: 2, picture: 'lead', kicker: true, day })}
    ${beside.length > 0 && html`<div class="beside">${beside.map((story) => teaser(story, site, { level: 2, kicker: true, day }))}</div>`}
  </div>`
}

function row(stories: Teaser[], site: Site, day: string): Html | false {
  return (
    stories.length > 0 &&
    html`<div class="row">
      ${stories.map((story) =>
        teaser(story, site, { level: 2, picture: 'row', kicker: true, day }),
      )}
    </div>`
  )
}

function sectionBlock({ slug, name, stories }: FrontSection, site: Site, day: string): Html {
  return html`<section aria-labelledby="s-${slug}">
    <h2 class="rubric" id="s-${slug}"><a href="/sections/${slug}">${name}</a></h2>
    ${stories.map((story) => teaser(story, site, { level: 3, day }))}
  </section>`
}

export interface SectionFront {
  site: Site
  section: Section
  /** The newest first. */
  stories: Teaser[]
  /** Address of the page with older stories. */
  older?: string | undefined
  script?: string | undefined
}

export function sectionPage({ site, section, stories, older, script }: SectionFront): string {
  const [lead, ...others] = stories
  return page({
    site,
    look: 'front',
    title: section.name,
    description: `${section.name} in ${site.name}`,
    canonical: `/sections/${section.slug}`,
    section: section.slug,
    script,
    body: html`<h1 class="section-name">${section.name}</h1>
      ${lead ? teaser(lead, site, { level: 2, picture: 'section-lead' }) : html`<p class="empty">No story has been published in this section yet.</p>`}
      <div class="river">
        ${others.map((story) => teaser(story, site, { level: 2, picture: 'river' }))}
      </div>
      ${older && html`<p class="links"><a href="${older}">Older stories</a></p>`}`,
  })
}
