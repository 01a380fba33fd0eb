import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>

/**
 * The one seam between the site and its database. Everything else is the same Kysely query on
 * either engine.
 */
export interface Engine {
  /** For reading. Sees what is committed. */
  readonly db: Database
  /**
   * Runs `work` as one transaction and resolves when it is durable. Concurrent calls may share one
   * commit. `work` holds only queries: no network, no waiting. It must be safe to run twice.
   */
  write<T>(work: (tx: Database) => Promise<T>): Promise<T>
  /**
   * How many calls of `write` are worth having under way: more only wait for one another, and for
   * connections that readers need.
   */
  readonly writersAtOnce: number
  /** For noticing what others commit. */
  readonly watch: Watch
  /**
   * Inside `write`: what is asked from now on waits for every other transaction that holds the same
   * key.
   */
  lock(tx: Database, key: string): Promise<void>
  /** What a failed statement ran into, where that is something a caller can expect. */
  conflict(error: unknown): 'duplicate' | 'missing-parent' | undefined
  /** What the database takes, and what is left on its disk where that can be seen, in bytes. */
  room(): Promise<{ used: number; free?: number }>
  /** Why the database could not do anything just now: it does not answer, or its disk is full. */
  outage(error: unknown): 'away' | 'full' | undefined
  /**
   * Ids of the articles whose search text holds all the words, the last one perhaps only begun, the
   * newest first. Words are as `searchable` makes them: letters and digits only.
   */
  search(words: readonly string[], page: { limit: number; offset: number }): Promise<string[]>
  /** Answers when the database can be read and written; throws otherwise. */
  check(): Promise<void>
  /** Writes all that `keptTables` names, as of one moment, into one new SQLite file. */
  copyTo(file: string): Promise<void>
  /** Looks for damage; gives what it found, in words. */
  examine(): Promise<string[]>
  close(): Promise<void>
  /**
   * Resolves when the disk has failed to keep what it took. Nobody knows then what of the last
   * writes is kept, so every later `write` fails, and the process should end and start anew.
   */
  readonly failed: Promise<void>
}

/** A way to the database that no other work keeps waiting. */
export interface Watch {
  readonly db: Database
  /**
   * A mark that is another one after every commit of another process; it may also change for
   * nothing. Absent where to ask for it takes as long as to follow.
   */
  readonly mark?: () => number
  /**
   * Begins to follow the changes of every process: each call gives the topics that were not given
   * before and are committed by now.
   */
  follow: () => Promise<() => Promise<string[]>>
}

/** The part of an engine that `migrate.ts` needs. */
export interface MigrationTarget {
  /** The ending of migration files that are for this engine alone. */
  readonly suffix: string
  /** Replaces the words in braces and adds what this engine wants of every table. */
  adapt(sql: string): string
  /** Runs `steps` alone: no other process migrates meanwhile. */
  exclusively(steps: (session: MigrationSession) => Promise<void>): Promise<void>
}

export interface MigrationSession {
  applied(): Promise<{ name: string; checksum: string }[]>
  /** Runs the statements and notes the migration, both or neither. */
  apply(name: string, checksum: string, sql: string, at: string): Promise<void>
}

/** Something the operator must know and can act on; the message is shown as it is. */
export class DatabaseTrouble extends Error {
  override readonly name = 'DatabaseTrouble'
}
