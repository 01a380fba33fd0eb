import { html, type Html } from '../web/html.ts'
import { page } from '../web/layout.html.ts'
import type { Section, Site } from '../web/site.ts'
import type { Teaser } from './article.ts'
import { teaser } from './teaser.html.ts'

export interface Front {
  site: Site
  lead?: Teaser | undefined
  /** What stands beside the lead, the most important first. */
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
 * beside it, the others under their sections.
 */
export function arranged(newest: Teaser[], sections: Section[], beside = 5): Arrangement {
  const lead = newest.slice(0, 4).find((story) => story.picture) ?? newest[0]
  const others = newest.filter((story) => story !== lead)
  const below = others.slice(beside)
  return {
    lead,
    stories: others.slice(0, beside),
    sections: sections
      .map((section) => ({
        ...section,
        stories: below.filter((story) => story.section === section.slug),
      }))
      .filter(({ stories }) => stories.length > 0),
  }
}

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
      ? html`<div class="top">
            ${teaser(lead, site, { level: 2, picture: 'lead', kicker: true })}
            <div class="beside">
              ${stories.map((story, index) => besideLead(story, site, index))}
            </div>
          </div>
          <div class="sections">${sections.map((section) => sectionBlock(section, site))}</div>`
      : html`<p class="empty">No story has been published yet.</p>`,
  })
}

// The second story of the page may show its picture; more of them would outshout the lead.
function besideLead(story: Teaser, site: Site, index: number): Html {
  return teaser(story, site, {
    level: 2,
    kicker: true,
    standfirst: index < 3,
    ...(index === 0 && { picture: 'column' }),
  })
}

function sectionBlock({ slug, name, stories }: FrontSection, site: Site): Html {
  return html`<section aria-labelledby="s-${slug}">
    <h2 class="rubric" id="s-${slug}"><a href="/sections/${slug}">${name}</a></h2>
    <div>
      ${stories.map((story, index) =>
        teaser(story, site, {
          level: 3,
          standfirst: index < 2,
          ...(index === 0 && { picture: 'column' }),
        }),
      )}
    </div>
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
    body: html`<h1 class="rubric great">${section.name}</h1>
      ${lead ? teaser(lead, site, { level: 2, picture: 'lead' }) : html`<p class="empty">No story has been published in this section yet.</p>`}
      <div class="river">
        ${others.map((story) => teaser(story, site, { level: 2, picture: 'column' }))}
      </div>
      ${older && html`<p class="links"><a href="${older}">Older stories</a></p>`}`,
  })
}
