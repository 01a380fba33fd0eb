import { commentCounts } from './comments/comments.ts'
import type { Database } from './database/database.ts'
import type { Mark } from './ledger/ledger.ts'
import { summariseRevision, summaryCount } from './summaries/summaries.ts'
import type { House } from './web/house.ts'
import { readWire } from './wire/reading/read-wire.ts'
import type { IntakeTools } from './wire/wire.ts'

/** What takes wire copy in; the same for the site itself and for the command beside it. */
export function intakeOf({
  engine,
  site,
  now,
}: Pick<House, 'engine' | 'site' | 'now'>): IntakeTools {
  const { language, sections } = site
  return {
    engine,
    read: readWire,
    onRevision: summariseRevision,
    siteLanguage: language,
    section: sections.find(({ slug }) => slug === 'world')?.slug ?? sections[0]?.slug ?? 'news',
    now,
    alsoClosed,
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
