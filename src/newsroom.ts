import type { Engine } from './database/database.ts'
import { hasSetting, settingOf } from './database/database.ts'
import type { Section } from './web/site.ts'

/** What a newsroom says of itself; kept in the database as a setting. */
export interface Newsroom {
  name: string
  motto: string
  language: string
  timeZone: string
  sections: Section[]
}

export const emptyNewsroom: Newsroom = {
  name: 'Standfirst',
  motto: 'A newsroom that has not chosen its name yet',
  language: 'en',
  timeZone: 'UTC',
  sections: [{ slug: 'news', name: 'News' }],
}

/** The newsroom that lives in this database; `initial` moves in where there is none yet. */
export async function newsroomIn(engine: Engine, initial: Newsroom): Promise<Newsroom> {
  return JSON.parse(await settingOf(engine, 'newsroom', () => JSON.stringify(initial))) as Newsroom
}

export function hasNewsroom(engine: Engine): Promise<boolean> {
  return hasSetting(engine, 'newsroom')
}
