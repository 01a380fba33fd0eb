/**
 * Leaves an endpoint alone that fails again and again. What is known of it stands in the database, so
 * all nodes of a newsroom know the same. All of this runs inside `write`, after `breakerLock`.
 */
import type { Database } from '../../database/database.ts'
import { keepSetting, readSetting } from '../../database/database.ts'

/** After so many failures in a row no more is asked … */
const fewestFailures = 5
/** … for so long, in milliseconds; then one request tries whether it works again. */
const rest = 60_000
/** Whoever tries is done or gone after so long: nothing that runs holds its job for longer, in milliseconds. */
const longestTry = 60_000

export const breakerLock = 'model-breaker'
const setting = 'model-breaker'

interface State {
  /** In a row. */
  failures: number
  openedAt?: string
  triedAt?: string
}

const closed: State = { failures: 0 }

/** Whether a request may go out now. One that may must end in one of the three below. */
export async function breakerAllows(tx: Database, now: Date): Promise<boolean> {
  const state = await stateIn(tx)
  const { openedAt, triedAt } = state
  if (openedAt === undefined) return true
  const since = (time: string) => now.getTime() - Date.parse(time)
  if (since(openedAt) < rest) return false
  if (triedAt !== undefined && since(triedAt) < longestTry) return false
  await keep(tx, { ...state, triedAt: now.toISOString() })
  return true
}

/** The request that was allowed did not go out, or was cut short by ourselves. */
export async function breakerReleased(tx: Database): Promise<void> {
  const { triedAt, ...state } = await stateIn(tx)
  if (triedAt !== undefined) await keep(tx, state)
}

export async function breakerSucceeded(tx: Database): Promise<void> {
  if ((await stateIn(tx)).failures > 0) await keep(tx, closed)
}

export async function breakerFailed(tx: Database, now: Date): Promise<void> {
  const { failures } = await stateIn(tx)
  const isOpen = failures + 1 >= fewestFailures
  await keep(tx, {
    failures: failures + 1,
    ...(isOpen ? { openedAt: now.toISOString() } : {}),
  })
}

async function stateIn(tx: Database): Promise<State> {
  const kept = await readSetting(tx, setting)
  return kept === undefined ? closed : (JSON.parse(kept) as State)
}

function keep(tx: Database, state: State): Promise<void> {
  return keepSetting(tx, setting, JSON.stringify(state))
}
