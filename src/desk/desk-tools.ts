import type { Context, Hono } from 'hono'
import type { House } from '../web/house.ts'
import type { Html } from '../web/html/html.ts'
import { answerPrivate } from '../web/pages/answers.ts'
import { formFields } from '../web/form-fields.ts'
import type { IntakeTools } from '../wire/wire.ts'
import type { DeskEnv } from './door/door.ts'
import type { Frame } from './parts/frame.html.ts'
import { deskPage } from './parts/frame.html.ts'
import { waitingCounts } from './waiting.ts'

/** What the pages of the desk work with. */
export interface DeskTools {
  house: House
  /** For what the desk sends through the intake again. */
  intake: IntakeTools
  /** The address of the desk's own script. */
  script: string
  /** The pages about machine summaries, in the frame of the desk. */
  summaries: (frame: SummaryFrame) => Hono
}

/** What the pages about summaries want of whoever frames them. */
interface SummaryFrame {
  editor: (c: Context) => string
  draw: (
    c: Context,
    page: { title: string; body: Html; trouble?: string | undefined },
    status?: number,
  ) => Promise<Response>
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

/** The desk's frame for the pages about summaries. */
export function summaryFrame(tools: DeskTools): SummaryFrame {
  return {
    editor: (c) => (c as DeskContext).get('editor').name,
    draw: (c, { title, body, trouble }, status = 200) => {
      const notice = trouble === undefined ? undefined : { kind: 'trouble' as const, text: trouble }
      const page = { title, here: '/desk/summaries' as const, body, notice }
      return deskAnswer(c as DeskContext, tools, page, status)
    },
  }
}
