import type { Context } from 'hono'
import type { House } from '../web/house.ts'
import { answerPrivate } from '../web/answers.ts'
import { formFields } from '../web/form-fields.ts'
import type { IntakeTools } from '../wire/wire.ts'
import type { DeskEnv } from './door/door.ts'
import type { Frame } from './frame.html.ts'
import { deskPage } from './frame.html.ts'
import { waitingCounts } from './waiting.ts'

/** What the pages of the desk work with. */
export interface DeskTools {
  house: House
  /** For what the desk sends through the intake again. */
  intake: IntakeTools
  /** The address of the desk's own script. */
  script: string
}

export type DeskContext = Context<DeskEnv>

/** Draws a page in the desk's frame, with what waits. */
export async function deskAnswer(
  c: DeskContext,
  { house, script }: DeskTools,
  page: Pick<Frame, 'title' | 'here' | 'body' | 'notice'>,
  status = 200,
): Promise<Response> {
  const frame = {
    ...page,
    site: house.site,
    script,
    editor: c.get('editor').name,
    counts: await waitingCounts(house.engine.db, house.now()),
  }
  return answerPrivate(house, 'desk', deskPage(frame), status)
}

/** A long article, every character encoded, is what a form here may send. */
const limits = { bytes: 3 * 1024 * 1024, fields: 2000 }

/** The fields of a form; undefined for what is none of ours. */
export async function deskForm(c: DeskContext): Promise<((name: string) => string) | undefined> {
  const form = await formFields(c, limits)
  if ('refused' in form) return undefined
  return (name) => form.fields.get(name) ?? ''
}

/** The time and the rest of what a settling needs, taken now. */
export function settlingNow({ intake }: DeskTools) {
  return { ...intake, now: intake.now() }
}
