/** A longer word may be coded text, in characters. */
const longestWord = 35

/**
 * Whether a text is words and figures with the marks of running text between them, and nothing
 * else: no sign that mark-up, code, a role or an address needs, no letter right behind a full stop,
 * no very long word, and no two letters in a row that stand alone. White space is single spaces, as
 * in `visibleText`. So it is with nearly every sentence of a newspaper, and one look at each
 * character spares a search for whatever is none.
 */
export function isProse(text: string): boolean {
  let length = 0
  let isBehindSingle = false
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : space
    if (code === space) {
      if (length === 1 && isBehindSingle) return false
      isBehindSingle = length === 1
      length = 0
    } else if (isForeign[code] === 1) return false
    else if (code === fullStop && isLetter[text.charCodeAt(at + 1)] === 1) return false
    else if (++length > longestWord) return false
  }
  return !webHost.test(text)
}

const [space, fullStop] = [0x20, 0x2e]
/** Two tables of ASCII; of any other character they say nothing, and it is part of a word. */
const isForeign = tableOf('<>{}`\\|^~[]@:+=/')
const isLetter = tableOf('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')

function tableOf(characters: string): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) =>
    Number(characters.includes(String.fromCharCode(code))),
  )
}

const webHost = /www\./iu
