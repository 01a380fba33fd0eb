import type { Engine } from './database/database.ts'
import { summariseRevision } from './summaries/summaries.ts'
import type { Section } from './web/site.ts'
import { readWire } from './wire/read-wire.ts'
import type { IntakeTools } from './wire/wire.ts'

/** How this house takes wire copy in, the same from the command line as while the site runs. */
export function houseIntake(
  engine: Engine,
  { language, sections }: { language: string; sections: Section[] },
  now: () => Date,
): IntakeTools {
  return {
    engine,
    read: readWire,
    onRevision: summariseRevision,
    siteLanguage: language,
    section: sections.find(({ slug }) => slug === 'world')?.slug ?? sections[0]?.slug ?? 'news',
    now,
  }
}
