/** A name for a text by its content, where a source counts no versions and gives no id. */
import { createHash } from 'node:crypto'

export function contentVersion(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
