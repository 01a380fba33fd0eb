/** Lists of fields of which a source states some. */
import { storableLine } from '../markup/storable-text.ts'

type Lines<Key extends string> = Partial<Record<Key, string>>

/** Those that say something. */
export function stated<Key extends string>(values: Record<Key, string | undefined>): Lines<Key> {
  const given: Lines<Key> = {}
  for (const key in values) {
    const value = values[key]
    if (value !== undefined && value !== '') given[key] = value
  }
  return given
}

/** The same, each as one line that may be stored. */
export function statedLines<Key extends string>(
  values: Record<Key, string | undefined>,
): Lines<Key> {
  const given: Lines<Key> = {}
  for (const key in values) {
    const line = storableLine(values[key])
    if (line !== undefined) given[key] = line
  }
  return given
}
