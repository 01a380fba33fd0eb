const [begins, ends] = ['\u0002', '\u0003']

/**
 * Why a teletype message looks damaged, in words for the desk; undefined where it does not. Between
 * its two marks stand lines and nothing else: a third mark would put a part of the text elsewhere,
 * and with it the line that says what the message does.
 */
export function damageInTeletype(message: string): string | undefined {
  const marks = (mark: string) => message.split(mark).length - 1
  const from = Math.max(0, message.indexOf(begins) + 1)
  const to = message.indexOf(ends, from)
  const text = to < 0 ? message.slice(from) : message.slice(from, to)
  const hasOthers = from > 0 && /[^\P{Cc}\t\n\r\u007f\u0085]/u.test(text)
  if (marks(begins) < 2 && marks(ends) < 2 && !hasOthers) return undefined
  return 'the file looks damaged: control characters stand in its text'
}
