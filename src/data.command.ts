import { statSync } from 'node:fs'
import type { Config } from './config.ts'
import { backUp, openDatabase, restore } from './database/database.ts'

type Say = (line: string) => void

/** `standfirst backup FILE`: one file with everything, while the site runs or not. */
export async function backupCommand(
  [file, ...more]: string[],
  config: Config,
  say: Say,
  complain: Say,
): Promise<number> {
  if (file === undefined || more.length > 0) return usage(complain, 'backup FILE')
  const engine = await openDatabase({ url: config.databaseUrl, folder: config.dataFolder })
  try {
    await backUp(engine, file)
    say(`${file} holds the whole newsroom (${(statSync(file).size / 1024 / 1024).toFixed(1)} MB).`)
    return 0
  } finally {
    await engine.close()
  }
}

/** `standfirst restore FILE`: fills an empty database from a backup. */
export async function restoreCommand(
  [file, ...more]: string[],
  config: Config,
  say: Say,
  complain: Say,
): Promise<number> {
  if (file === undefined || more.length > 0) return usage(complain, 'restore FILE')
  const engine = await openDatabase({ url: config.databaseUrl, folder: config.dataFolder })
  try {
    await restore(engine, file)
    say(`The newsroom of ${file} is in place.`)
    return 0
  } finally {
    await engine.close()
  }
}

/** `standfirst doctor`: says in plain words whether the newsroom's data is sound. */
export async function doctorCommand(
  args: string[],
  config: Config,
  say: Say,
  complain: Say,
): Promise<number> {
  if (args.length > 0) return usage(complain, 'doctor')
  const engine = await openDatabase({ url: config.databaseUrl, folder: config.dataFolder })
  try {
    say(
      config.databaseUrl === undefined
        ? `The data folder is ${config.dataFolder}.`
        : 'The data is on the server that DATABASE_URL names.',
    )
    await engine.check()
    say('The database can be read and written, and has the tables of this version.')
    const damage = await engine.examine()
    for (const line of damage) complain(`Damage: ${line}`)
    if (damage.length > 0) complain('Stop the site and restore a backup; nothing was changed.')
    else say('No damage was found.')
    return damage.length === 0 ? 0 : 1
  } finally {
    await engine.close()
  }
}

function usage(complain: Say, form: string): number {
  complain(`Usage: standfirst ${form}`)
  return 1
}
