/** Looking at an intake as a reader does, and comparing it with what a step expects. */
import type { Chain, ChainStep } from './chains.ts'
import type { Found, Intake } from './intake.ts'
import { addressOf } from './intake.ts'
import type { Expected } from './story.ts'

/** The addresses of a chain's items, as far as they are known, by the name of the item. */
export type Addresses = Map<string, string[]>

interface Seen {
  pages: Found[]
  /** The page that shows the story, if one does. */
  open: Found | undefined
  openCount: number
  /** Every public text there is, by its address. */
  texts: Map<string, Found>
}

/** What differs from the expected state, in words; empty when nothing does. */
export async function differences(
  chain: Chain,
  step: ChainStep,
  addresses: Addresses,
  intake: Intake,
): Promise<string[]> {
  const { after } = step
  const seen = await look(chain, step, addresses, intake)
  const found = checks.map((check) => check(after, seen))
  return [...found, ...leaksIn(after, seen)].filter((words) => words !== undefined)
}

async function look(
  chain: Chain,
  { after }: ChainStep,
  addresses: Addresses,
  intake: Intake,
): Promise<Seen> {
  const articles = [...new Set([...addresses.values()].flat())]
  const found = new Map<string, Found>()
  for (const address of articles) found.set(address, await intake.read(address))
  const pages = [...found.values()]
  const outlets = intake.outlets.map((template) => addressOf(template, { word: chain.word }))
  const forms = articles.flatMap((address) => (intake.forms ?? []).map((end) => address + end))
  const others = after.hides === undefined ? [] : [...outlets, ...forms]
  for (const address of others) found.set(address, await intake.read(address))
  const open = pages.filter((page) => page.status === 200 && speaksOf(chain, page))
  return {
    pages,
    open: open[0],
    openCount: open.length,
    texts: found,
  }
}

/** A page speaks of the story when it has one of the things that the chain shows at any step. */
function speaksOf(chain: Chain, page: Found): boolean {
  const phrases = chain.steps.flatMap(({ after }) => [
    ...(after.headline === undefined ? [] : [after.headline]),
    ...(after.shows ?? []),
    ...(after.hides ?? []),
  ])
  return phrases.some((phrase) => has(page, phrase))
}

type Check = (after: Expected, seen: Seen) => string | undefined

const checks: Check[] = [isVisible, isGone, isCounted, hasHeadline, hasFigure, hasCorrection, shows]

function isVisible({ visible }: Expected, { open }: Seen): string | undefined {
  if (visible === (open !== undefined)) return undefined
  return visible ? 'readers cannot open it' : 'readers can open it'
}

function isGone({ gone }: Expected, { pages }: Seen): string | undefined {
  if (gone === undefined) return undefined
  const statuses = pages.map(({ status }) => status)
  if (gone === statuses.includes(410)) return undefined
  return gone
    ? `its address answers ${statuses.join(', ')} and not 410`
    : 'its address says that it is gone'
}

function isCounted({ stories }: Expected, { openCount }: Seen): string | undefined {
  return stories === openCount ? undefined : `${openCount} stories are public, not ${stories}`
}

function hasHeadline({ headline }: Expected, { open }: Seen): string | undefined {
  if (headline === undefined || !open) return undefined
  return has(open, headline) ? undefined : `the page lacks the headline "${headline}"`
}

function hasFigure({ figure }: Expected, { open }: Seen): string | undefined {
  if (figure === undefined || !open) return undefined
  return has(open, figure) ? undefined : `the page lacks the figure ${figure}`
}

function hasCorrection({ correction }: Expected, { open }: Seen): string | undefined {
  if (correction === undefined || !open) return undefined
  if (correction !== true)
    return has(open, correction) ? undefined : 'the page lacks the words of the correction'
  // The stories of the set do not have the word themselves.
  return /\bcorrect(?:ed|ion|s)\b/i.test(wordsOf(open.text))
    ? undefined
    : 'the page does not say that it was corrected'
}

function shows({ shows: phrases = [] }: Expected, { open }: Seen): string | undefined {
  if (!open) return undefined
  const missing = phrases.filter((phrase) => !has(open, phrase))
  return missing.length === 0 ? undefined : `the page lacks "${missing.join('", "')}"`
}

function leaksIn({ hides = [] }: Expected, { texts }: Seen): string[] {
  const leaks: string[] = []
  for (const phrase of hides) {
    const at = [...texts].filter(([, text]) => has(text, phrase))
    if (at.length > 0)
      leaks.push(`"${phrase}" can be read at ${at.map(([address]) => address).join(', ')}`)
  }
  return leaks
}

const compared = new WeakMap<Found, string>()

/**
 * Whether a text has the words of a phrase one after the other, whatever stands between them: the
 * same words in a page, an attribute, a feed, a file of JSON or an address are found alike.
 */
export function has(found: Found, phrase: string): boolean {
  const words = lettersOf(phrase)
  // Most texts lack the longest word, which is quick to see.
  const longest = phrase.split(/[^\p{L}\p{N}]+/u).toSorted((a, b) => b.length - a.length)[0] ?? ''
  if (!found.text.includes(longest) && !found.text.includes(longest.toLowerCase())) return false
  const text = compared.get(found) ?? comparable(found.text)
  compared.set(found, text)
  return text.includes(words)
}

/** The text twice: without its mark-up, and with it, since attributes can be read too. */
function comparable(text: string): string {
  const decoded = text.replaceAll('\\n', ' ').replace(/&#?\w{1,8};/g, ' ')
  return lettersOf(decoded.replace(/<[^>]*>/g, ' ')) + lettersOf(decoded)
}

function lettersOf(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
  return ` ${words.trim()} `
}

/** The words of a page without its mark-up, styles and scripts. */
function wordsOf(page: string): string {
  return page.replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ')
}
