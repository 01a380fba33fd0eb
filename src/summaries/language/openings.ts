import type { Language } from './language.ts'
import { plainText } from './plain-text.ts'

/**
 * Does the sentence open with a word that points to the one before it: `He`, `But`, `As a result`;
 * or leave it to that one to say whose words it has?
 */
export function leansBack(text: string, { leaningOpenings }: Language): boolean {
  const lower = plainText(text)
    .toLowerCase()
    .replace(/^["'(\s]+/, '')
  const [first = ''] = /^[\p{L}']+/u.exec(lower) ?? []
  if (leaningOpenings.pronouns.has(first.replace(/'.*$/, ''))) return true
  if (leaningOpenings.forms?.some((form) => form.test(text))) return true
  return leaningOpenings.connectives.some(
    (opening) => lower.startsWith(opening) && !/^\p{L}/u.test(lower.slice(opening.length)),
  )
}
