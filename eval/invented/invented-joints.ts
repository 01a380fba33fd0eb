import type { Change } from './invented-changes.ts'
import { pick } from '../random.ts'

/** What goes wrong where sentences of the article are cut and sewn together. */
export const joints: Record<string, Change> = {
  spliced: (s, a, _, r) => {
    const other = pick(
      a.sentences.filter((x) => x !== s && x.split(' ').length > 8),
      r,
    )
    if (other === undefined) return undefined
    const [x, y] = [s.split(' '), other.split(' ')]
    const end = Math.max(3, Math.floor(x.length * (0.3 + 0.4 * r())))
    const from = Math.floor(y.length * (0.3 + 0.4 * r()))
    return [...x.slice(0, end), ...y.slice(from)].join(' ')
  },
  'cut short': (s, _, __, r) => {
    const x = s.split(' ')
    const end = Math.max(4, Math.floor(x.length * (0.4 + 0.5 * r())))
    if (/[,;:]$/.test(x[end - 1] ?? '')) return undefined
    return `${x.slice(0, end).join(' ')}.`
  },
  'hole inside': (s, _, __, r) => {
    const x = s.split(' ')
    const size = 2 + Math.floor(r() * 5)
    const from = 2 + Math.floor(r() * Math.max(1, x.length - size - 4))
    if (from + size >= x.length - 1) return undefined
    return [...x.slice(0, from), ...x.slice(from + size)].join(' ')
  },
  'begins late': (s, _, __, r) => {
    const x = s.split(' ')
    const from = 2 + Math.floor(r() * x.length * 0.4)
    return x.slice(from).join(' ')
  },
  'subject of another': (s, a, _, r) => {
    const subject =
      /^(?:\p{Lu}[\p{L}'’-]*|The \p{Ll}+|He|She|They|It|A \p{Ll}+)(?: \p{Lu}[\p{L}'’-]*)*(?= (?:\p{Ll}+ed|has|have|had|is|was|were|will|said|told|says)\b)/u
    const own = subject.exec(s)?.[0]
    const other = pick(
      a.sentences.map((x) => subject.exec(x)?.[0]).filter((x) => x !== undefined && x !== own),
      r,
    )
    return own === undefined || other === undefined ? undefined : other + s.slice(own.length)
  },
}
