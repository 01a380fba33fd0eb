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
  let isBehindStop = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const kind = code < 128 ? kinds[code] : other
    if (kind === foreign || (kind === letter && isBehindStop)) return false
    isBehindStop = kind === fullStop
    if (kind !== space) length += 1
    else {
      if (length === 1 && isBehindSingle) return false
      isBehindSingle = length === 1
      length = 0
    }
    if (length > longestWord) return false
  }
  return !(length === 1 && isBehindSingle) && !webHost.test(text)
}

const [other, space, fullStop, letter, foreign] = [0, 1, 2, 3, 4]
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (/[A-Za-z]/.test(character)) return letter
  if (/[<>{}`\\|^~[\]@:+=/]/.test(character)) return foreign
  if (character === '.') return fullStop
  return character === ' ' ? space : other
})

const webHost = /www\./iu
