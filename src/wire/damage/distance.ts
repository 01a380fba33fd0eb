/** How many letters must be replaced, put in or left out to make one text of the other (Levenshtein). */
export function distance(one: string, other: string): number {
  return least(one, other, false)
}

/** The same to the nearest part of a text, wherever it begins and ends (Sellers). */
export function distanceWithin(phrase: string, text: string): number {
  return least(phrase, text, true)
}

/** In time of one length times the other, and room of one. */
function least(phrase: string, text: string, isAnywhere: boolean): number {
  let row = Array.from({ length: phrase.length + 1 }, (_, at) => at)
  let best = phrase.length
  for (let end = 1; end <= text.length; end++) {
    const next = [isAnywhere ? 0 : end]
    for (let at = 1; at <= phrase.length; at++) {
      const replaced = (row[at - 1] ?? 0) + (phrase[at - 1] === text[end - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1))
    }
    row = next
    best = Math.min(best, row[phrase.length] ?? best)
  }
  return isAnywhere ? best : (row[phrase.length] ?? best)
}
