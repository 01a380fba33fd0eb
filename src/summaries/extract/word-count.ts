/** How many words a reader would count. */
export function wordCount(text: string): number {
  let count = 0
  let isInside = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 127) return withOtherLetters(text)
    if (isInside) isInside = goesOn[code] === 1
    else if (begins[code] === 1) {
      isInside = true
      count += 1
    }
  }
  return count
}

/** Letters and figures of ASCII begin a word, and with them "'.,-" go on with it. */
const begins = new Uint8Array(128)
const goesOn = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  const letter = String.fromCharCode(code)
  begins[code] = /[A-Za-z0-9]/.test(letter) ? 1 : 0
  goesOn[code] = /[A-Za-z0-9'.,-]/.test(letter) ? 1 : 0
}

function withOtherLetters(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0
}
