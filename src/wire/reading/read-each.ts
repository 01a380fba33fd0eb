/** Reads the items of one file one by one: a bad one is refused and sinks no other (rule 4). */
import type { Refusal, WireItem } from '../item.ts'
import { NotReadable } from '../xml/not-readable.ts'

export function readEach<T>(items: T[], read: (item: T) => WireItem): (WireItem | Refusal)[] {
  return items.map((item, at) => {
    try {
      return read(item)
    } catch (error) {
      if (!(error instanceof NotReadable)) throw error
      const refusal: Refusal = { reason: error.message }
      return items.length > 1 ? { ...refusal, item: at + 1 } : refusal
    }
  })
}
