/** What the fields of a form hold, by their names. */
export type Typed = (name: string) => string

/** A form that was refused, on a page that may have several, and what was typed into it. */
export interface Refused {
  form: string
  typed: Typed
}

/** What to tell whoever sent it; nothing that was typed is lost. */
export interface Trouble {
  text: string
  /** 422 unless something else stands in the way. */
  status?: number
  refused?: Refused
}

/** What was typed into this form, if it is the one that was refused. */
export function typedInto(form: string, refused: Refused | undefined): Typed | undefined {
  return refused?.form === form ? refused.typed : undefined
}
