/**
 * Waits for statements that do not need each other's answers: PostgreSQL is sent all of them in one
 * go, SQLite runs them one after the other. Those of a transaction run in this order, and none is
 * still under way when this gives an answer or throws: what came after would be outside of it.
 */
export async function together<T extends readonly unknown[] | []>(
  statements: T,
): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }> {
  const results = await Promise.allSettled<readonly unknown[]>(statements)
  const values = results.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
  return values as { -readonly [P in keyof T]: Awaited<T[P]> }
}
