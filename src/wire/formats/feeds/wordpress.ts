/**
 * Entries of a WordPress export (WXR): RSS with the state of each post, and with texts in which blank
 * lines part paragraphs and short codes stand in square brackets.
 */
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import { fetchable } from '../../markup/links.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { all, first, line, lineAt, rawText } from '../../xml/xml-tree.ts'

export function isWordPress(item: Element): boolean {
  return line(first(item, 'post_type')) !== undefined && line(first(item, 'status')) !== undefined
}

/** Drafts, private posts and pages of a WordPress export are not for readers. */
export function readWordPress(out: WireItem, item: Element): void {
  if (!isWordPress(item)) return
  const status = line(first(item, 'status')) ?? ''
  const kind = line(first(item, 'post_type')) ?? ''
  if (!['publish', 'inherit'].includes(status)) {
    out.pubStatus = 'withheld'
    fill.hold(out, `its status in WordPress is "${status}"`)
  }
  if (line(first(item, 'post_password'))) fill.hold(out, 'it is protected by a password')
  readAttachment(out, item, kind)
  if (kind === 'attachment') out.type = 'picture'
  else if (kind !== 'post') fill.hold(out, `it is a "${kind}" of WordPress, not a post`)
  const slug = line(first(item, 'post_name'))
  if (slug !== undefined) (out.altIds ??= []).push({ role: 'slug', value: slug })
}

/** The file of an attachment is the item itself, that of a post one of its pictures. */
function readAttachment(out: WireItem, item: Element, kind: string): void {
  const href = fetchable(line(first(item, 'attachment_url')))
  if (href === undefined) return
  const renditions = [{ name: 'main', href }]
  if (kind === 'attachment') out.renditions = renditions
  else (out.associations ??= []).push({ rel: 'attachment', type: 'picture', renditions })
}

/** An export names its authors by their accounts, and says elsewhere whose they are. */
export function namesOfAccounts(channel: Element): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const author of all(channel, 'author')) {
    const account = lineAt(author, 'author_login')
    const stated = lineAt(author, 'author_display_name')
    const parts = ['author_first_name', 'author_last_name'].map((part) => lineAt(author, part))
    const whole = parts.filter((part) => part !== undefined).join(' ')
    const name = stated === undefined || (stated === account && whole !== '') ? whole : stated
    if (account !== undefined && name !== '') names.set(account, name)
  }
  return names
}

/** Of these the text between the marks stays, of all others of the list nothing is text. */
const around = /\[\/?(?:dropcap|highlight|button|column|row|quote|pullquote)\b[^\]<>]*\]/gi
const alone =
  /\[\/?(?:gallery|embed|contact[_-]form(?:-7)?|audio|video|playlist|ad|sc|toc)\b[^\]<>]*\]/gi
const caption = /\[caption\b[^\]<>]*\]((?:\s*<(?:a|img|\/a)\b[^>]*>)+)([\s\S]*?)\[\/caption\]/gi

/** The same text with the paragraphs that WordPress itself would make of it. */
export function withWordPressParagraphs(out: WireItem, full: Element): Element {
  const text = rawText(full)
  for (const [code] of text.matchAll(alone)) fill.notice(out, 'removed', 'short code', code)
  const html = text
    .replace(caption, '<figure>$1<figcaption>$2</figcaption></figure>')
    .replace(around, '')
    .replace(alone, '')
  const hasParagraphs = /<p[\s>]/i.test(html)
  const children = [hasParagraphs ? html : html.replace(/\r?\n[ \t]*\r?\n/g, '<br><br>')]
  return { ...full, children }
}
