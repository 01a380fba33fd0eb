import type { Database, Engine } from './engine.ts'
import { onceBuilt, rowOf } from './statements/once-built.ts'

/** The setting of that name; `initial` is kept for good where there is none yet. */
export async function settingOf(
  engine: Engine,
  name: string,
  initial: () => string,
): Promise<string> {
  const known = await readSetting(engine.db, name)
  if (known !== undefined) return known
  await engine.write((tx) =>
    tx
      .insertInto('settings')
      .values({ name, value: initial() })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute(),
  )
  const value = await readSetting(engine.db, name)
  if (value === undefined) throw new Error(`The setting ${name} could not be kept.`)
  return value
}

export async function hasSetting(engine: Engine, name: string): Promise<boolean> {
  return (await readSetting(engine.db, name)) !== undefined
}

const valueOf = onceBuilt((db, { name }: { name: string }) =>
  db.selectFrom('settings').select('value').where('name', '=', name),
)

export async function readSetting(db: Database, name: string): Promise<string | undefined> {
  return (await rowOf(db, valueOf(db, { name })))?.value
}

export async function keepSetting(tx: Database, name: string, value: string): Promise<void> {
  await tx
    .insertInto('settings')
    .values({ name, value })
    .onConflict((same) => same.column('name').doUpdateSet({ value }))
    .execute()
}
