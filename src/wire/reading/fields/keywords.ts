/**
 * The keywords in one field. Some put all of them into one: parted by semicolons (ANP), by slashes at the
 * end too (dpa-infocom), or by commas where there is no other field of the kind.
 */
export function keywordsIn(words: string, isOnlyOne: boolean): string[] {
  if (words.includes(';')) return words.split(';')
  if (words.endsWith('/')) return words.split('/')
  return isOnlyOne ? words.split(',') : [words]
}
