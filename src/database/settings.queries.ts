import type { Engine } from './engine.ts'

/** The setting of that name; `initial` is kept for good where there is none yet. */
export async function settingOf(
  engine: Engine,
  name: string,
  initial: () => string,
): Promise<string> {
  const known = await read(engine, name)
  if (known !== undefined) return known
  await engine.write((tx) =>
    tx
      .insertInto('settings')
      .values({ name, value: initial() })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute(),
  )
  const value = await read(engine, name)
  if (value === undefined) throw new Error(`The setting ${name} could not be kept.`)
  return value
}

export async function hasSetting(engine: Engine, name: string): Promise<boolean> {
  return (await read(engine, name)) !== undefined
}

async function read(engine: Engine, name: string): Promise<string | undefined> {
  const row = await engine.db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.value
}
