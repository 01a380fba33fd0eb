/** What the gate must know of an item or an article. */
export interface GateFacts {
  /** `usable`, `withheld`, `canceled`; anything else stays closed. */
  pubStatus: string
  /** The instant of release, ISO 8601 with a zone; absent where there is no embargo. */
  embargoed?: string | undefined
  /** Reasons found at the intake, in words, why nobody may see it until a person decides. */
  held?: readonly string[] | undefined
  /** From this instant on no list, feed or search has it; its page stays. */
  expires?: string | undefined
  /** From this instant on its source bars every use, its own page included. */
  barred?: string | undefined
}

export type Verdict =
  { open: true } | { open: false; reason: ClosedReason; words: string; opensAt?: Date }

export type ClosedReason =
  | 'canceled'
  | 'withheld'
  | 'unknown-status'
  | 'held'
  | 'unreadable-embargo'
  | 'embargoed'
  | 'expired'

/**
 * Decides whether an item may be seen at this moment, and says why not. Every outlet asks it:
 * page, feed, JSON, search, summary, cache. What it cannot understand stays closed. The strongest
 * reason is given first: a killed item is not merely embargoed.
 */
export function gate(facts: GateFacts, now: Date): Verdict {
  for (const closes of reasons) {
    const verdict = closes(facts, now)
    if (verdict) return verdict
  }
  return { open: true }
}

type Closed = Extract<Verdict, { open: false }>

const reasons: readonly ((facts: GateFacts, now: Date) => Closed | undefined)[] = [
  isCanceled,
  isWithheld,
  hasUnknownStatus,
  isHeld,
  hasUnreadableEmbargo,
  isEmbargoed,
  isBarred,
]

function isCanceled({ pubStatus }: GateFacts): Closed | undefined {
  if (pubStatus !== 'canceled') return undefined
  return { open: false, reason: 'canceled', words: 'The source has withdrawn this story.' }
}

function isWithheld({ pubStatus }: GateFacts): Closed | undefined {
  if (pubStatus !== 'withheld') return undefined
  return { open: false, reason: 'withheld', words: 'The source has put this story on hold.' }
}

function hasUnknownStatus({ pubStatus }: GateFacts): Closed | undefined {
  if (pubStatus === 'usable') return undefined
  return {
    open: false,
    reason: 'unknown-status',
    words: 'Its publication status is not one we know.',
  }
}

function isHeld({ held }: GateFacts): Closed | undefined {
  const first = held?.[0]
  return first === undefined ? undefined : { open: false, reason: 'held', words: first }
}

function hasUnreadableEmbargo({ embargoed }: GateFacts): Closed | undefined {
  if (embargoed === undefined || instantOf(embargoed) !== undefined) return undefined
  return {
    open: false,
    reason: 'unreadable-embargo',
    words: 'Its embargo is not a time we can read.',
  }
}

function isEmbargoed({ embargoed }: GateFacts, now: Date): Closed | undefined {
  const opensAt = embargoed === undefined ? undefined : instantOf(embargoed)
  if (opensAt === undefined || opensAt <= now) return undefined
  return {
    open: false,
    reason: 'embargoed',
    words: `It is under embargo until ${opensAt.toISOString()}.`,
    opensAt,
  }
}

function isBarred({ barred }: GateFacts, now: Date): Closed | undefined {
  const since = barred === undefined ? undefined : instantOf(barred)
  if (barred === undefined || (since !== undefined && since > now)) return undefined
  return { open: false, reason: 'expired', words: 'The right to show this story has ended.' }
}

/** Whether lists, feeds and search may name what the gate lets through. */
export function isListed({ expires }: GateFacts, now: Date): boolean {
  const until = expires === undefined ? undefined : instantOf(expires)
  return expires === undefined || (until !== undefined && until > now)
}

/** The next instant at which readers may see or find more or less of it than now. */
export function nextTurn(facts: GateFacts, now: Date): Date | undefined {
  const instants = [facts.embargoed, facts.expires, facts.barred].flatMap(
    (text) => (text === undefined ? undefined : instantOf(text)) ?? [],
  )
  return instants.filter((instant) => instant > now).sort((a, b) => a.getTime() - b.getTime())[0]
}

/** Only a whole date with time and zone is an instant; anything else could open too early. */
function instantOf(text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(text)) return undefined
  const instant = new Date(text)
  return Number.isNaN(instant.getTime()) ? undefined : instant
}
