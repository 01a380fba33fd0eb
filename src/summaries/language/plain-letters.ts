/** A word without its accents, as far as they only mark stress or sound: `año` → `ano`. */
export function plainLetters(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}
