/** Articles repeat their words: so many are remembered for each owner, some 5 MB. */
const mostWords = 50_000
/** V8 keeps a longer piece of a text as a view of the whole text, which would then stay, too. */
const longestWord = 12

/** The same function of a word, which works on each word of an owner (a language) only once. */
export function remembered<Owner extends object, Made>(
  make: (word: string, owner: Owner) => Made,
): (word: string, owner: Owner) => Made {
  const memories = new WeakMap<Owner, Map<string, Made>>()
  return (word, owner) => {
    let memory = memories.get(owner)
    if (!memory) memories.set(owner, (memory = new Map()))
    const known = memory.get(word)
    if (known !== undefined) return known
    const made = make(word, owner)
    if (comesAgain(word) && memory.size < mostWords) memory.set(word, made)
    return made
  }
}

/** Numbers have no end, and are read quickly anyway. */
function comesAgain(word: string): boolean {
  return word.length <= longestWord && !/^\d/.test(word)
}
