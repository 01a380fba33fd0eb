/**
 * The first lines of a text, where orders to editors stand. Blank ones are left out, and what comes
 * below is not looked at.
 */
export function linesAbove(text: string, most: number): string[] {
  const lines: string[] = []
  for (let from = 0; from < text.length && lines.length < most;) {
    const end = text.indexOf('\n', from)
    const line = end < 0 ? text.slice(from) : text.slice(from, end)
    if (line.trim() !== '') lines.push(line)
    from = end < 0 ? text.length : end + 1
  }
  return lines
}
