/** A name for a text by its content, where a source counts no versions and gives no id. */
import { hash } from 'node:crypto'

export function contentVersion(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 12)
}
