import type { Engine } from './engine.ts'

export type { Database, Engine } from './engine.ts'
export { DatabaseTrouble } from './engine.ts'
export { backUp, restore } from './backup.ts'
export { isId, newId } from './ids.ts'
export { announced, noteChange, pruneChanges } from './changes.queries.ts'
export { answeredByTheEnd, inPassing } from './statements/in-passing.ts'
export { onceBuilt, rowOf, rowsOf } from './statements/once-built.ts'
export { together } from './together.ts'
export { hasSetting, keepSetting, readSetting, settingOf } from './settings.queries.ts'

/** Where the newsroom's data is: a server named by `url`, or else one file in `folder`. */
export interface DatabasePlace {
  url?: string | undefined
  folder: string
  /** Where the migrations are; the house's own, but for tests. */
  migrations?: string
}

/** Opens and migrates the database. Throws `DatabaseTrouble` with words for the operator. */
export async function openDatabase(place: DatabasePlace): Promise<Engine> {
  // Only the engine in use is loaded: it saves a tenth of a second at the start.
  if (place.url === undefined)
    return (await import('./sqlite.ts')).openSqlite(place.folder, place.migrations)
  return (await import('./postgres.ts')).openPostgres(place.url, place.migrations)
}
