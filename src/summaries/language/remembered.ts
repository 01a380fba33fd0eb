/** Articles repeat their words: so many are remembered for each owner, some 5 MB. */
const mostWords = 50_000
/** V8 keeps a longer piece of a text as a view of the whole text, which would then stay, too. */
const longestPiece = 12
/** Longer ones are addresses and the like, and hardly come again. */
const longestWord = 40

/** The same function of a word, which works on each word of an owner (a language) only once. */
export function remembered<Owner extends object, Made>(
  make: (word: string, owner: Owner) => Made,
): (word: string, owner: Owner) => Made {
  const memories = new WeakMap<Owner, Map<string, Made>>()
  let last: Owner | undefined
  let memory = new Map<string, Made>()
  return (word, owner) => {
    if (owner !== last) {
      memory = memories.get(owner) ?? new Map<string, Made>()
      memories.set(owner, memory)
      last = owner
    }
    const known = memory.get(word)
    if (known !== undefined) return known
    if (!comesAgain(word) || memory.size >= mostWords) return make(word, owner)
    const kept = memory
    const own = apart(word)
    const made = make(own, owner)
    kept.set(own, made)
    return made
  }
}

/** The same word by itself, as the key of an object is, and no view of the text that it stands in. */
function apart(word: string): string {
  return word.length <= longestPiece ? word : (Object.keys({ [word]: true })[0] ?? word)
}

/** Numbers have no end, and are read quickly anyway. */
function comesAgain(word: string): boolean {
  return word.length <= longestWord && !/^\d/.test(word)
}
