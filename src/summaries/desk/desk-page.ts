import type { Context } from 'hono'
import type { Html } from '../../web/html/html.ts'
import { formFields } from '../../web/form-fields.ts'
import type { House } from '../../web/house.ts'

/** How pages of the desk are framed, and who is at work; the desk hands over its own. */
export interface DeskFrame {
  /** The name of whoever is signed in. */
  editor: (c: Context) => string
  draw: (c: Context, page: DeskPage, status?: number) => Response | Promise<Response>
}

export interface DeskPage {
  title: string
  body: Html
  /** What went wrong, in words. */
  trouble?: string | undefined
}

/** What every page about summaries at the desk works with. */
export interface Desk {
  house: House
  frame: DeskFrame
}

/** What was typed into a field; empty where the form has no such field. */
export type Typed = (name: string) => string

/** A long article beside its summary, every character encoded; and every kind of a policy. */
const limits = { bytes: 3 * 1024 * 1024, fields: 500 }

/** The fields of a form; undefined for what is none of ours. */
export async function typedIn(c: Context): Promise<Typed | undefined> {
  const form = await formFields(c, limits)
  if ('refused' in form) return undefined
  return (name) => form.fields.get(name) ?? ''
}
