import { isInvisible, plainLine, plainText, repeatKey } from './plain-text.ts'

/** Longest name and text, in characters (UTF-16 units), after cleaning. */
export const longestName = 60
export const longestText = 5000
/** More links than this is what spam looks like. */
const mostLinks = 3
/** Saying the same again within this time, in minutes, is a repeat. */
export const repeatMinutes = 60
/**
 * Up to this length, in characters, people say the same by chance ("Great!"): there it is a repeat
 * only under the same name, in answer to the same comment.
 */
const longestByChance = 40

/** What a reader may set, as the form brings it. */
export interface CommentForm {
  name: string
  text: string
  parentId?: string
  /** A field that people do not see; whoever fills it in is a program. */
  trap: string
}

export interface CommentDraft {
  name: string
  text: string
  parentId?: string
  repeatKey: string
}

/** Why a comment is not taken, as a code and as a sentence to the reader. */
export interface Refused {
  refused: RefusalCode
  words: string
}

export type RefusalCode =
  | 'trap'
  | 'no-name'
  | 'name-too-long'
  | 'no-text'
  | 'text-too-long'
  | 'too-many-links'
  | 'too-fast'
  | 'no-parent'
  | 'repeat'

/** Cleans what was typed and refuses what no thread wants. The cheap and certain checks come first. */
export function screened(form: CommentForm): CommentDraft | Refused {
  const name = plainLine(form.name)
  const text = plainText(form.text)
  for (const check of checks) {
    const refusal = check({ ...form, name, text })
    if (refusal) return refusal
  }
  return {
    name,
    text,
    repeatKey: keyOf({ ...form, name, text }),
    ...(form.parentId ? { parentId: form.parentId } : {}),
  }
}

function keyOf({ name, text, parentId = '' }: CommentForm): string {
  const said = repeatKey(text)
  return text.length > longestByChance ? said : [repeatKey(name), parentId, said].join('\n')
}

const checks: readonly ((form: CommentForm) => Refused | undefined)[] = [
  filledTheTrap,
  hasNoName,
  hasLongName,
  hasNoText,
  hasLongText,
  hasManyLinks,
]

function filledTheTrap({ trap }: CommentForm): Refused | undefined {
  if (trap === '') return undefined
  return {
    refused: 'trap',
    words: 'Please leave the field "Leave this empty" empty and send again.',
  }
}

function hasNoName({ name }: CommentForm): Refused | undefined {
  if (!isInvisible(name)) return undefined
  return {
    refused: 'no-name',
    words: 'Please write the name that your comment should appear under.',
  }
}

function hasLongName({ name }: CommentForm): Refused | undefined {
  if (name.length <= longestName) return undefined
  return {
    refused: 'name-too-long',
    words: `Please use a name of at most ${longestName} characters.`,
  }
}

function hasNoText({ text }: CommentForm): Refused | undefined {
  if (!isInvisible(text)) return undefined
  return {
    refused: 'no-text',
    words: 'There is nothing to read in your comment yet. Please write something.',
  }
}

function hasLongText({ text }: CommentForm): Refused | undefined {
  if (text.length <= longestText) return undefined
  return {
    refused: 'text-too-long',
    words: `Your comment has ${text.length} characters; ${longestText} is the most. Please shorten it.`,
  }
}

function hasManyLinks({ text }: CommentForm): Refused | undefined {
  const links = text.match(/https?:\/\/|www\./gi)?.length ?? 0
  if (links <= mostLinks) return undefined
  return { refused: 'too-many-links', words: `Please use at most ${mostLinks} links.` }
}
