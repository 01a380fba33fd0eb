/**
 * AP's ninjs names an item by the address at which its interface gave it out, with the asker's tokens
 * and those of this one answer in the query. Its JSON and NewsML-G2 name the same item by a tag.
 */
export function withoutApTokens(uri: string): string {
  const id = /^https?:\/\/[\w.-]*\bap\.org\/media\/v\/content\/([\da-f]{16,64})(?:[/?#]|$)/i.exec(
    uri,
  )
  return id?.[1] === undefined ? uri : apUri(id[1])
}

/** An item of AP by its number. */
export function apUri(id: string): string {
  return `tag:ap.org,2011:${id}`
}
