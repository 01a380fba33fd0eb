/**
 * Markdown (text/markdown, RFC 7763), which ninjs names as a type of body: the marks that stories have
 * become the HTML that they mean. Mark-up inside stays and is cleaned like all other.
 */

/** Quotes inside quotes; deeper ones are text. */
const deepestQuote = 10

/** The same text as HTML; nothing of it is trusted. */
export function htmlOfMarkdown(text: string, depth = 0): string {
  const html: string[] = []
  let block: string[] = []
  let code: { fence: string; lines: string[] } | undefined
  const endBlock = (): void => {
    if (block.length > 0) html.push(blockOf(block, depth))
    block = []
  }
  for (const line of text.split(/\r\n?|\n/)) {
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (code) {
      const isEnd = fence?.startsWith(code.fence) && line.trim() === fence
      if (!isEnd) code.lines.push(line)
      else html.push(preformatted(code.lines))
      if (isEnd) code = undefined
    } else if (fence !== undefined) {
      endBlock()
      code = { fence, lines: [] }
    } else if (line.trim() === '') endBlock()
    else {
      // A heading is a block by itself, with or without a blank line around it.
      const isHeading = /^ {0,3}#{1,6}[ \t]/.test(line)
      if (isHeading) endBlock()
      block.push(line)
      if (isHeading) endBlock()
    }
  }
  endBlock()
  // A fence that nobody closes goes on to the end.
  if (code) html.push(preformatted(code.lines))
  return html.join('\n')
}

function preformatted(lines: readonly string[]): string {
  return `<pre>${escaped(lines.join('\n'))}</pre>`
}

/** What a block begins with, and what it is then; a paragraph otherwise. */
function blockOf(lines: readonly string[], depth: number): string {
  const [first = '', second = ''] = lines
  const [, marks, words = ''] = /^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(first) ?? []
  if (marks !== undefined)
    return `<h${marks.length}>${inline(words.replace(/[ \t]+#+[ \t]*$/, ''))}</h${marks.length}>`
  if (lines.length === 2 && /^ {0,3}(?:=+|-{2,})[ \t]*$/.test(second))
    return `<h2>${inline(first)}</h2>`
  if (lines.length === 1 && /^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/.test(first))
    return ''
  if (/^ {0,3}>/.test(first) && depth < deepestQuote) {
    const said = lines.map((line) => line.replace(/^ {0,3}> ?/, '')).join('\n')
    return `<blockquote>${htmlOfMarkdown(said, depth + 1)}</blockquote>`
  }
  if (listMark.test(first)) return listOf(lines)
  return `<p>${inline(lines.join('\n'))}</p>`
}

const listMark = /^ {0,3}(?:[-*+]|(\d{1,9})[.)])[ \t]+/

function listOf(lines: readonly string[]): string {
  const name = listMark.exec(lines[0] ?? '')?.[1] === undefined ? 'ul' : 'ol'
  const entries: string[] = []
  for (const line of lines) {
    if (/^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+/.test(line))
      entries.push(line.replace(/^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+/, ''))
    else entries.push(`${entries.pop() ?? ''}\n${line}`)
  }
  return `<${name}>${entries.map((entry) => `<li>${inline(entry)}</li>`).join('')}</${name}>`
}

/** The marks inside a line, none longer than a line of news may be. What stands after a backslash is a letter and no mark. */
function inline(text: string): string {
  return text
    .replace(/\\([\\`*_{}[\]()#+\-.!>~|])/g, (_, letter: string) => `&#${letter.charCodeAt(0)};`)
    .replace(/(`+)([^`]+)\1(?!`)/g, (_, _mark, code: string) => escaped(code.trim()))
    .replace(/<((?:https?:|mailto:)[^<>\s]+)>/g, '<a href="$1">$1</a>')
    .replace(
      /!\[([^[\]]{0,300})\]\(\s{0,9}([^()\s"]{1,2000})[^()]{0,300}\)/g,
      '<img src="$2" alt="$1">',
    )
    .replace(/\[([^[\]]{1,300})\]\(\s{0,9}([^()\s"]{1,2000})[^()]{0,300}\)/g, '<a href="$2">$1</a>')
    .replace(/(\*\*|__)(?=\S)([^\n]{0,500}?\S)\1/g, '<strong>$2</strong>')
    .replace(/(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?!\*)/g, '<em>$1</em>')
    .replace(/(?<![\w_])_(?=[^\s_])([^_\n]*[^\s_])_(?![\w_])/g, '<em>$1</em>')
    .replace(/(?: {2,}|\\)\n/g, '<br>\n')
}

/** Code shows what it says: mark-up in it, and marks of Markdown, are letters. */
function escaped(code: string): string {
  return code.replace(/[&<>*_[\]`!\\]/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
