import * as v from 'valibot'
import type { Database } from '../../database/database.ts'
import { keepSetting, readSetting } from '../../database/database.ts'

/** More kinds of stories than these are a habit of refusing, and no page for it. */
export const mostKinds = 30

const when = v.picklist(['at-once', 'after-examination'])
const words = v.optional(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(200))), [])

const kind = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  /** Why articles of this kind have no machine summary, in a sentence for readers. */
  reason: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  sections: words,
  /** Names or addresses of genres; a name counts wherever it stands in the source's. */
  genres: words,
  /** The same for subjects. */
  subjects: words,
  /** Words at the beginning of the headline or anywhere in the slugline. */
  keywords: words,
})

const policy = v.object({
  /** When an extract goes out to readers. */
  extract: v.optional(when, 'at-once'),
  /** When a model's summary does. */
  model: v.optional(when, 'after-examination'),
  /** Whether a model writes for each new revision or where somebody asks. */
  make: v.optional(v.picklist(['asked', 'each-revision']), 'asked'),
  /** Whether the box on the page is open from the start. */
  box: v.optional(v.picklist(['open', 'closed']), 'open'),
  /** An article with fewer words is a brief, which has none. */
  briefWords: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5000)), 100),
  refusedKinds: v.optional(v.pipe(v.array(kind), v.maxLength(mostKinds))),
})

/** What a newsroom decides about machine summaries; the setting `summaries`, as JSON. */
export type SummaryPolicy = Omit<v.InferOutput<typeof policy>, 'refusedKinds'> & {
  refusedKinds: RefusedKind[]
}
export type RefusedKind = v.InferOutput<typeof kind>

const setting = 'summaries'

/** The newsroom's policy. A setting that cannot be read counts as the strictest one. */
export async function policyIn(db: Database): Promise<SummaryPolicy> {
  const text = await readSetting(db, setting)
  if (text === undefined) return defaultPolicy
  try {
    return policyFrom(JSON.parse(text))
  } catch {
    return { ...defaultPolicy, extract: 'after-examination' }
  }
}

/** Throws where the value is no policy. */
export function policyFrom(value: unknown): SummaryPolicy {
  const read = readPolicy(value)
  if ('trouble' in read) throw new TypeError(read.trouble)
  return read.policy
}

/** A policy, or what is wrong with the value in a sentence for editors. */
export function readPolicy(value: unknown): { policy: SummaryPolicy } | { trouble: string } {
  const result = v.safeParse(policy, value)
  if (!result.success) return { trouble: troubleIn(result.issues[0]) }
  const { refusedKinds, ...rest } = result.output
  return { policy: { ...rest, refusedKinds: refusedKinds ?? defaultKinds } }
}

function troubleIn(issue: v.InferIssue<typeof policy>): string {
  const [key, at, part] = (issue.path ?? []).map(({ key }) => key)
  if (key === 'briefWords') return 'The length of a brief is a number of words from 0 to 5000.'
  if (key !== 'refusedKinds') return `“${String(key)}” is none of the choices.`
  if (part === undefined)
    return `There are at most ${mostKinds} kinds of stories without a summary.`
  const limits = part === 'name' ? '1 to 60' : part === 'reason' ? '1 to 300' : 'at most 200'
  const what =
    part === 'name' || part === 'reason' ? `a ${part}` : `marks of their own (${String(part)})`
  return `Kind ${Number(at) + 1} needs ${what} of ${limits} characters.`
}

export async function keepPolicy(tx: Database, value: unknown): Promise<void> {
  await keepSetting(tx, setting, JSON.stringify(policyFrom(value)))
}

const genre = (code: string) => `http://cv.iptc.org/newscodes/genre/${code}`

/**
 * Kinds that have no machine summary unless the newsroom decides otherwise: where a few sentences
 * cannot stand for the whole, where the text changes by the minute, or where a machine should not
 * be the one who speaks.
 */
const defaultKinds: RefusedKind[] = [
  {
    name: 'column',
    reason: 'This is an opinion: its author speaks for it, sentence by sentence.',
    sections: ['opinion', 'columns', 'comment', 'editorials', 'letters'],
    genres: [
      genre('Opinion'),
      ...['opinion', 'column', 'editorial', 'commentary', 'letter to the editor', 'review'],
    ],
    subjects: [],
    keywords: ['Opinion', 'Column', 'Editorial', 'Commentary', 'Letter'],
  },
  {
    name: 'live blog',
    reason: 'This is a live report: a summary would be old before it is read.',
    sections: ['live'],
    genres: ['live blog', 'liveblog', 'live coverage'],
    subjects: [],
    keywords: ['Live', 'Live updates', 'Liveblog', 'Live blog'],
  },
  {
    name: 'breaking',
    reason: 'This is breaking news: what is known may change any minute.',
    sections: [],
    genres: ['breaking', 'flash', 'bulletin', 'news alert'],
    subjects: [],
    keywords: ['Breaking', 'Flash', 'Urgent', 'Snap', 'Bulletin', 'Newsalert'],
  },
  {
    name: 'grief',
    reason: 'This is about a death that people mourn: no machine speaks here.',
    sections: ['obituaries', 'deaths'],
    genres: ['obituary', genre('Obituary')],
    subjects: ['obituary', 'suicide', 'funeral', 'bereavement', 'death notice'],
    keywords: ['Obituary', 'In memoriam', 'Death notice', 'Obit'],
  },
]

export const defaultPolicy: SummaryPolicy = {
  extract: 'at-once',
  model: 'after-examination',
  make: 'asked',
  box: 'open',
  briefWords: 100,
  refusedKinds: defaultKinds,
}
