import type {
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  PostgresQueryResult,
  QueryResult,
} from 'kysely'
import {
  DefaultQueryExecutor,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { Database } from '../engine.ts'
import type { Schema } from '../schema.ts'

/** What the server's client gives for a statement. */
export type ClientAnswer = PostgresQueryResult<unknown>

/**
 * A database whose statements go to `ask` as they come. Kysely's own driver takes each through a
 * queue, and holds a connection for it.
 */
export function askedDirectly(
  ask: (query: CompiledQuery) => Promise<{ rows: unknown[]; numAffectedRows?: bigint }>,
): Database {
  const connection: DatabaseConnection = {
    executeQuery: <Row>(query: CompiledQuery) => ask(query) as Promise<QueryResult<Row>>,
    streamQuery: () => {
      throw new Error('Rows are not streamed here.')
    },
  }
  return new Kysely<Schema>({
    config: { dialect },
    dialect,
    driver: dialect.createDriver(),
    executor: new DefaultQueryExecutor(compiler, adapter, {
      provideConnection: (consume) => consume(connection),
    }),
  })
}

/** The answer as Kysely wants it. */
export function resultOf({ command, rowCount, rows }: ClientAnswer) {
  return { rows, ...(writes.has(command) && { numAffectedRows: BigInt(rowCount) }) }
}

const writes = new Set<string>(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()
/** Kysely wants one. */
const dialect: Dialect = {
  createAdapter: () => adapter,
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => compiler,
}
