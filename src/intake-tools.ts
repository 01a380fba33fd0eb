import { commentCounts } from './comments/comments.ts'
import type { Database } from './database/database.ts'
import type { Mark } from './ledger/ledger.ts'
import type { ReadAhead, ReadingQuestion } from './intake-thread.ts'
import { rememberChosen, summariseRevision, summaryCount } from './summaries/summaries.ts'
import { Thread } from './threads/thread.ts'
import type { House } from './web/house.ts'
import { readWire } from './wire/reading/read-wire.ts'
import type { IntakeTools } from './wire/wire.ts'

export type ReadingThread = Thread<ReadingQuestion, ReadAhead>

/** A thread that reads what comes in and chooses from it ahead, so that this one answers readers. */
export function readingThread({ log }: Pick<House, 'log'>): ReadingThread {
  const file = new URL('./intake-thread.ts', import.meta.url)
  return new Thread(file, { onFailure: (error) => log.error('reading-thread-failed', error) })
}

/**
 * What takes wire copy in; the same for the site itself and for the command beside it. With a thread
 * the outcome is the same: what it has no answer to is worked out here.
 */
export function intakeOf(
  { engine, site, now }: Pick<House, 'engine' | 'site' | 'now'>,
  thread?: ReadingThread,
): IntakeTools {
  const { language, sections } = site
  return {
    engine,
    read: thread ? readingIn(thread, language, now) : readWire,
    onRevision: summariseRevision,
    siteLanguage: language,
    section: sections.find(({ slug }) => slug === 'world')?.slug ?? sections[0]?.slug ?? 'news',
    now,
    alsoClosed,
  }
}

function readingIn(
  thread: ReadingThread,
  siteLanguage: string,
  now: () => Date,
): IntakeTools['read'] {
  return async (bytes, about) => {
    const language = about.language ?? siteLanguage
    const question = { bytes, about: { ...about, language }, now: now().toISOString() }
    const answer = await thread.ask(question, bytes.length)
    if (!answer) return readWire(bytes, about)
    answer.chosen.forEach(rememberChosen)
    return answer.reading
  }
}

/** What a kill or a hold closes besides the text. */
async function alsoClosed(tx: Database, articleId: string): Promise<Mark[]> {
  const comments = (await commentCounts(tx, [articleId])).get(articleId) ?? 0
  const summaries = await summaryCount(tx, articleId)
  return [
    { what: 'summaries', number: summaries, detail: '' },
    { what: 'comments', number: comments, detail: '' },
  ]
}
