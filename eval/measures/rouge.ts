import { porterStem } from '../../src/summaries/language/porter.ts'

/**
 * ROUGE-1, ROUGE-2 and ROUGE-Lsum (Lin, "ROUGE: a package for automatic evaluation of summaries",
 * 2004) as F1 in 0…1, tokenized as Google's rouge-score does with stemming: letters and figures,
 * lower case, Porter stems of words longer than three letters.
 */
export interface Rouge {
  rouge1: number
  rouge2: number
  rougeLsum: number
}

/** Both texts with one sentence per line. */
export function rouge(reference: string, summary: string): Rouge {
  const wanted = linesOf(reference)
  const given = linesOf(summary)
  return {
    rouge1: overlap(grams(wanted.flat(), 1), grams(given.flat(), 1)),
    rouge2: overlap(grams(wanted.flat(), 2), grams(given.flat(), 2)),
    rougeLsum: summaryLcs(wanted, given),
  }
}

function linesOf(text: string): string[][] {
  return text
    .split('\n')
    .map(tokens)
    .filter((line) => line.length > 0)
}

function tokens(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((token) =>
    token.length > 3 ? porterStem(token) : token,
  )
}

function grams(words: string[], length: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at + length <= words.length; at++) {
    const gram = words.slice(at, at + length).join(' ')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

function overlap(wanted: Map<string, number>, given: Map<string, number>): number {
  let shared = 0
  for (const [gram, count] of wanted) shared += Math.min(count, given.get(gram) ?? 0)
  return f1(shared, total(wanted), total(given))
}

function total(counts: Map<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}

function f1(shared: number, wanted: number, given: number): number {
  if (shared === 0) return 0
  const [recall, precision] = [shared / wanted, shared / given]
  return (2 * precision * recall) / (precision + recall)
}

/** The union of the longest common subsequences of each reference line with every summary line. */
function summaryLcs(wanted: string[][], given: string[][]): number {
  const left = grams(given.flat(), 1)
  const open = grams(wanted.flat(), 1)
  let shared = 0
  for (const line of wanted) {
    const union = new Set(given.flatMap((other) => lcsPositions(line, other)))
    for (const at of [...union].sort((a, b) => a - b)) {
      const word = line[at] as string
      if ((left.get(word) ?? 0) <= 0 || (open.get(word) ?? 0) <= 0) continue
      shared += 1
      left.set(word, (left.get(word) ?? 0) - 1)
      open.set(word, (open.get(word) ?? 0) - 1)
    }
  }
  return f1(shared, wanted.flat().length, given.flat().length)
}

function lcsPositions(line: string[], other: string[]): number[] {
  const columns = other.length + 1
  const table = new Int32Array((line.length + 1) * columns)
  for (let i = 1; i <= line.length; i++)
    for (let j = 1; j <= other.length; j++) {
      const here = i * columns + j
      table[here] =
        line[i - 1] === other[j - 1]
          ? (table[here - columns - 1] as number) + 1
          : Math.max(table[here - 1] as number, table[here - columns] as number)
    }
  const positions: number[] = []
  for (let i = line.length, j = other.length; i > 0 && j > 0;) {
    const here = i * columns + j
    if (line[i - 1] === other[j - 1]) {
      positions.push(i - 1)
      i -= 1
      j -= 1
    } else if ((table[here - columns] as number) > (table[here - 1] as number)) i -= 1
    else j -= 1
  }
  return positions
}
