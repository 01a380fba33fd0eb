import type { Compilable, CompiledQuery, DialectAdapter } from 'kysely'
import type { Database } from '../engine.ts'

/** Stands for a value while a statement is built. */
class Slot {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/**
 * A statement that is asked with every item or page: built and compiled when it is first asked, and
 * from then on only given its values. For each set of names that `values` has it is another one, so
 * `build` must not look at what the values are.
 */
export function onceBuilt<Values extends object, Row>(
  build: (db: Database, values: Values) => Compilable<Row>,
): (db: Database, values: Values) => CompiledQuery<Row> {
  const known = new WeakMap<DialectAdapter, Map<string, CompiledQuery<Row>>>()
  return (db, values) => {
    const { adapter } = db.getExecutor()
    let built = known.get(adapter)
    if (built === undefined) known.set(adapter, (built = new Map<string, CompiledQuery<Row>>()))
    const names = Object.keys(values)
    const key = names.join()
    let statement = built.get(key)
    if (statement === undefined) {
      const slots = Object.fromEntries(names.map((name) => [name, new Slot(name)]))
      statement = build(db, slots as Values).compile()
      built.set(key, statement)
    }
    const parameters = statement.parameters.map((parameter) =>
      parameter instanceof Slot ? (values as Record<string, unknown>)[parameter.name] : parameter,
    )
    return { ...statement, parameters }
  }
}

/** All rows that a statement gives. */
export async function rowsOf<Row>(db: Database, statement: CompiledQuery<Row>): Promise<Row[]> {
  return (await db.executeQuery(statement)).rows
}

/** The first of them. */
export async function rowOf<Row>(
  db: Database,
  statement: CompiledQuery<Row>,
): Promise<Row | undefined> {
  return (await db.executeQuery(statement)).rows[0]
}
