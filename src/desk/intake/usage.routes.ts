import { Hono } from 'hono'
import { isId } from '../../database/database.ts'
import { routes } from '../../routes.ts'
import { notFound, seeOther } from '../../web/pages/answers.ts'
import type { Meaning } from '../../wire/wire.ts'
import { confirmPhrase, setTerritories, territoriesOf, usagePhrases } from '../../wire/wire.ts'
import type { DeskContext, DeskTools } from '../desk-tools.ts'
import { deskAnswer, deskForm } from '../desk-tools.ts'
import type { DeskEnv } from '../door/door.ts'
import type { Notice } from '../parts/frame.html.ts'
import type { Trouble } from '../parts/refused.ts'
import { instantIn } from './instant-in-zone.ts'
import { usagePage } from './usage-page.html.ts'

/** The newest phrases are shown; a newsroom has some dozens. */
const onPage = 200

/** Limits of use in words: a person says once what each means here. */
export function usageRoutes(tools: DeskTools): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get(routes.deskUsage.pattern, (c) => usageAnswer(c, tools))
  app.post(routes.deskTerritories.pattern, (c) => territoriesAnswer(c, tools))
  app.post(routes.deskPhrase.pattern, (c) => phraseAnswer(c, tools))
  return app
}

async function usageAnswer(c: DeskContext, tools: DeskTools, trouble?: Trouble): Promise<Response> {
  const { site, engine, now } = tools.house
  const phrases = await usagePhrases(engine.db, onPage)
  const territories = await territoriesOf(engine.db)
  const body = usagePage({ phrases, territories, site, now: now(), refused: trouble?.refused })
  const notice: Notice | undefined = trouble && { kind: 'trouble', text: trouble.text }
  const page = { title: 'Limits of use', here: '/desk/usage', body, notice } as const
  return deskAnswer(c, tools, page, trouble ? 422 : 200)
}

async function phraseAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const field = await deskForm(c)
  const id = c.req.param('id') ?? ''
  if (!field || !isId(id)) return notFound(c, tools.house)
  const read = meaningIn(field, tools.house.site.timeZone)
  if ('wrong' in read)
    return usageAnswer(c, tools, { text: read.wrong, refused: { form: id, typed: field } })
  const { engine, now } = tools.house
  const said = { meaning: read.meaning, by: c.get('editor').name, why: field('why').trim() }
  const isKnown = await engine.write((tx) => confirmPhrase(tx, id, said, now()))
  return isKnown ? seeOther(tools.house, routes.deskUsage.href()) : notFound(c, tools.house)
}

async function territoriesAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const field = await deskForm(c)
  if (!field) return notFound(c, tools.house)
  const codes = codesIn(field('territories'))
  if (codes === undefined || codes.length === 0) {
    const refused = { form: 'territories', typed: field }
    return usageAnswer(c, tools, { text: noCodes, refused })
  }
  const { engine, now } = tools.house
  await engine.write((tx) => setTerritories(tx, codes, c.get('editor').name, now()))
  return seeOther(tools.house, routes.deskUsage.href())
}

const noCodes = 'Write countries as two letters each, such as DE, AT. Nothing was changed.'

/** What the form says that the phrase means. Nothing ticked is no answer. */
function meaningIn(
  field: (name: string) => string,
  timeZone: string,
): { meaning: Meaning } | { wrong: string } {
  const notIn = codesIn(field('not-in'))
  const [listedDays, archiveDays] = [field('listed-days'), field('archive-days')].map(daysIn)
  const onlyIn = codesIn(field('only-in'))
  if (notIn === undefined || onlyIn === undefined) return { wrong: noCodes }
  if (listedDays === null || archiveDays === null) {
    return { wrong: 'Days are a whole number from 0 to 3,650. Nothing was changed.' }
  }
  const from = timeIn(timeZone, field('from'), 'later')
  const until = timeIn(timeZone, field('until'), 'earlier')
  if (from === null || until === null) {
    return { wrong: 'Write times as 2026-05-04T15:00. Nothing was changed.' }
  }
  if (from !== undefined && until !== undefined && from >= until) {
    return { wrong: 'It would end before it begins. Nothing was changed.' }
  }
  const languages = languagesIn(field('languages'))
  if (languages === undefined) {
    return { wrong: 'Write languages by their codes, such as en, de. Nothing was changed.' }
  }
  const meaning: Meaning = {
    ...(field('holds-text') ? { holdsText: true } : {}),
    ...(field('holds-pictures') ? { holdsPictures: true } : {}),
    ...(field('no-summary') ? { noSummary: true } : {}),
    ...(notIn.length === 0 ? {} : { notIn }),
    ...(onlyIn.length === 0 ? {} : { onlyIn }),
    ...(languages.length === 0 ? {} : { languages }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(listedDays === undefined ? {} : { listedDays }),
    ...(archiveDays === undefined ? {} : { archiveDays }),
  }
  const saysNothing = Object.keys(meaning).length === 0
  if (saysNothing !== (field('nothing') !== '')) {
    return {
      wrong: 'Say either that the phrase means nothing here, or what it does. Nothing was changed.',
    }
  }
  return { meaning }
}

/** Country codes of two letters, in order; undefined where anything else stands there. */
function codesIn(text: string): string[] | undefined {
  const codes = text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
  return codes.every((code) => /^[A-Z]{2}$/.test(code)) ? [...new Set(codes)].sort() : undefined
}

const mostDays = 3650

/** Undefined where nothing is written, null where it is no number of days. */
function daysIn(text: string): number | undefined | null {
  if (text.trim() === '') return undefined
  return /^\d{1,4}$/.test(text.trim()) && Number(text) <= mostDays ? Number(text) : null
}

/** Undefined where nothing is written, null where it is no time. */
function timeIn(
  timeZone: string,
  text: string,
  which: 'earlier' | 'later',
): string | undefined | null {
  if (text.trim() === '') return undefined
  return instantIn(timeZone, text.trim(), which)?.toISOString() ?? null
}

/** Primary tags of languages, in order; undefined where anything else stands there. */
function languagesIn(text: string): string[] | undefined {
  const tags = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
  return tags.every((tag) => /^[a-z]{2,3}$/.test(tag)) ? [...new Set(tags)].sort() : undefined
}
