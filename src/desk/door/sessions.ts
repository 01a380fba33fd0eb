import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Database, Engine } from '../../database/database.ts'
import { routes } from '../../routes.ts'
import * as queries from './sessions.queries.ts'

/** Without a click for this long the desk closes, in milliseconds. */
export const idle = 30 * 60_000
/** However busy, an editor signs in again after this; an unused link dies with it. */
export const absolute = 12 * 60 * 60_000
/** How often "last seen" is written at most. */
const seenEvery = 60_000

export interface Editor {
  /** As typed at sign-in; it stands beside every decision. */
  name: string
}

/** Makes a link that opens the desk once. Only its hash is kept, so the database opens nothing. */
export async function newDeskLink(engine: Engine, origin: string, now: Date): Promise<string> {
  const token = newToken()
  await engine.write(async (tx) => {
    await queries.deleteExpired(tx, new Date(now.getTime() - absolute).toISOString())
    await queries.insertKey(tx, hashOf(token), now.toISOString())
  })
  return `${origin}${routes.deskSession.href()}?token=${token}`
}

export async function isOpenToken(db: Database, token: string, now: Date): Promise<boolean> {
  return (await keyFor(db, token, now)) !== undefined
}

/** Uses the link up and opens a session; undefined when the link opens nothing (any more). */
export async function openSession(
  engine: Engine,
  token: string,
  name: string,
  now: Date,
): Promise<string | undefined> {
  const session = newToken()
  const at = now.toISOString()
  return engine.write(async (tx) => {
    const key = await keyFor(tx, token, now)
    if (key === undefined || !(await queries.useKey(tx, key, at))) return undefined
    await queries.insertSession(tx, { hash: hashOf(session), name, made_at: at, seen_at: at })
    return session
  })
}

/** Who is at the desk. `isActive` is false for a page that refreshes itself: that is nobody's click. */
export async function editorOf(
  engine: Engine,
  session: string,
  now: Date,
  isActive: boolean,
): Promise<Editor | undefined> {
  const hash = hashOf(session)
  const row = await queries.sessionRow(engine.db, hash)
  if (!row || !isSame(row.hash, hash)) return undefined
  const seen = now.getTime() - Date.parse(row.seen_at)
  if (seen > idle || now.getTime() - Date.parse(row.made_at) > absolute) return undefined
  if (isActive && seen > seenEvery)
    await engine.write((tx) => queries.setSeen(tx, hash, now.toISOString()))
  return { name: row.name }
}

export async function endSession(engine: Engine, session: string): Promise<void> {
  await engine.write((tx) => queries.deleteSession(tx, hashOf(session)))
}

/** All open keys are looked at, each in constant time. */
async function keyFor(db: Database, token: string, now: Date): Promise<string | undefined> {
  const hash = hashOf(token)
  const keys = await queries.openKeys(db, new Date(now.getTime() - absolute).toISOString())
  return keys.filter((key) => isSame(key, hash))[0]
}

function newToken(): string {
  return randomBytes(32).toString('base64url')
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
