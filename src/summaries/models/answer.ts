import * as v from 'valibot'
import { ModelTrouble } from './model.ts'

/** A sentence as a model claims it, with the paragraphs that it claims to rest on. */
export interface Claim {
  text: string
  paragraphs: number[]
}

const answer = v.object({
  sentences: v.array(
    v.object({
      text: v.string(),
      paragraphs: v.array(v.pipe(v.number(), v.integer())),
    }),
  ),
})

/** More sentences than this are looked at by nobody. */
const mostSentences = 12

/**
 * Reads what a model wrote. Models like to put words or a fence around their JSON; whatever stands
 * from the first brace to the last is tried, and nothing else. Throws `ModelTrouble`.
 */
export function claimsIn(text: string): Claim[] {
  const json = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new ModelTrouble('not-understood', 'The model wrote no JSON.')
  }
  const parsed = v.safeParse(answer, value)
  if (!parsed.success) throw new ModelTrouble('not-understood', 'The model wrote another form.')
  return parsed.output.sentences.slice(0, mostSentences)
}
