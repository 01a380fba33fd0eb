import type { Context } from 'hono'
import { Hono } from 'hono'
import { noteChange } from '../../database/database.ts'
import { recordDecision } from '../../ledger/ledger.ts'
import { routes } from '../../routes.ts'
import { notFound, seeOther } from '../../web/pages/answers.ts'
import type { SummaryPolicy } from '../policy/policy.ts'
import { keepPolicy, mostKinds, policyIn, readPolicy } from '../policy/policy.ts'
import type { Desk, Typed } from './desk-page.ts'
import { typedIn } from './desk-page.ts'
import { marks, policyForm } from './policy-page.html.ts'

const title = 'What may go out'

/** What the newsroom lets machine summaries do. */
export function policyRoutes(desk: Desk): Hono {
  const app = new Hono()
  app.get(routes.deskSummaryPolicy.pattern, (c) => policyAnswer(c, desk))
  app.post(routes.deskSummaryPolicy.pattern, (c) => keepAnswer(c, desk))
  return app
}

async function policyAnswer(c: Context, { house, frame }: Desk): Promise<Response> {
  const policy = await policyIn(house.engine.db)
  const body = policyForm(asTyped(policy), policy.refusedKinds.length)
  return frame.draw(c, { title, body })
}

async function keepAnswer(c: Context, { house, frame }: Desk): Promise<Response> {
  const typed = await typedIn(c)
  if (!typed) return notFound(c, house)
  const read = readPolicy(valueOf(typed))
  if ('trouble' in read) {
    const body = policyForm(typed, kindsIn(typed))
    const trouble = `${read.trouble} Nothing was changed.`
    return frame.draw(c, { title, body, trouble }, 422)
  }
  const now = house.now()
  await house.engine.write(async (tx) => {
    const before = await policyIn(tx)
    await keepPolicy(tx, read.policy)
    await recordDecision(
      tx,
      {
        subject: 'setting:summaries',
        deed: 'changed',
        by: frame.editor(c),
        reason: '',
        detail: differences(before, read.policy),
      },
      now,
    )
    await noteChange(tx, ['lists', 'register'], now)
  })
  // Every article's page may say something else now, and other nodes draw anew within a moment.
  house.pages.forgetAll()
  return seeOther(house, routes.deskSummaryPolicy.href())
}

const simpleKeys = ['extract', 'model', 'make', 'box', 'briefWords'] as const

/** For the ledger: which settings, from what to what. */
function differences(before: SummaryPolicy, after: SummaryPolicy): string {
  const changed = simpleKeys
    .filter((key) => before[key] !== after[key])
    .map((key) => `${key}: ${before[key]} → ${after[key]}`)
  const names = ({ refusedKinds }: SummaryPolicy) => refusedKinds.map(({ name }) => name).join(', ')
  const kindsDiffer = JSON.stringify(before.refusedKinds) !== JSON.stringify(after.refusedKinds)
  return [...changed, ...(kindsDiffer ? [`kinds without: ${names(after) || 'none'}`] : [])].join(
    '; ',
  )
}

/** The policy as the form's fields have it. */
function asTyped(policy: SummaryPolicy): Typed {
  const fields = new Map<string, string>(simpleKeys.map((key) => [key, String(policy[key])]))
  for (const [i, kind] of policy.refusedKinds.entries()) {
    fields.set(`kind-${i}-name`, kind.name)
    fields.set(`kind-${i}-reason`, kind.reason)
    for (const key of markKeys) fields.set(`kind-${i}-${key}`, kind[key].join(', '))
  }
  return (name) => fields.get(name) ?? ''
}

const markKeys = Object.keys(marks) as (keyof typeof marks)[]

function valueOf(typed: Typed): unknown {
  const kinds = Array.from({ length: kindsIn(typed) }, (_, i) => ({
    name: typed(`kind-${i}-name`).trim(),
    reason: typed(`kind-${i}-reason`).trim(),
    ...Object.fromEntries(markKeys.map((key) => [key, listIn(typed(`kind-${i}-${key}`))])),
  }))
  const brief = typed('briefWords').trim()
  return {
    ...Object.fromEntries(simpleKeys.map((key) => [key, typed(key)])),
    briefWords: /^\d{1,4}$/.test(brief) ? Number(brief) : brief,
    refusedKinds: kinds.filter(({ name, reason }) => name !== '' || reason !== ''),
  }
}

function listIn(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** How many kinds the form had, the empty last one among them. */
function kindsIn(typed: Typed): number {
  const filled = Array.from({ length: mostKinds }, (_, i) => i).filter(
    (i) => typed(`kind-${i}-name`) !== '' || typed(`kind-${i}-reason`) !== '',
  )
  return (filled.at(-1) ?? -1) + 1
}
