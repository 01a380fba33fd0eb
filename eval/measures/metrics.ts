/** A score, higher for better supported, and the label; `cluster` is the article. */
export interface Scored {
  score: number
  faithful: boolean
  cluster: string
}

/** The chance that a faithful row scores higher than an unfaithful one; ties count half. */
export function auc(rows: readonly Scored[]): number {
  const sorted = rows.toSorted((a, b) => a.score - b.score)
  let ranks = 0
  for (let from = 0; from < sorted.length;) {
    let to = from
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to += 1
    const good = sorted.slice(from, to).filter(({ faithful }) => faithful).length
    ranks += good * ((from + to + 1) / 2)
    from = to
  }
  const good = rows.filter(({ faithful }) => faithful).length
  const bad = rows.length - good
  return good === 0 || bad === 0 ? NaN : (ranks - (good * (good + 1)) / 2) / (good * bad)
}

/** The best mean of the two labels' shares judged rightly, over all thresholds. */
export function balancedAccuracy(rows: readonly Scored[]): number {
  const good = rows.filter(({ faithful }) => faithful).length
  const bad = rows.length - good
  let [goodBelow, badBelow, best] = [0, 0, 0.5]
  const sorted = rows.toSorted((a, b) => a.score - b.score)
  for (const [at, row] of sorted.entries()) {
    if (row.faithful) goodBelow += 1
    else badBelow += 1
    if (sorted[at + 1]?.score === row.score) continue
    best = Math.max(best, (1 - goodBelow / good + badBelow / bad) / 2)
  }
  return best
}

/** The score under which the given share of the faithful rows lies. */
export function thresholdAt(rows: readonly Scored[], share: number): number {
  const scores = rows.filter(({ faithful }) => faithful).map(({ score }) => score)
  return scores.toSorted((a, b) => a - b)[Math.floor(share * scores.length)] ?? 0
}

/** Share of the unfaithful rows that score lower than all but `share` of the faithful ones. */
export function caughtAt(rows: readonly Scored[], share: number): number {
  return caughtBelow(rows, thresholdAt(rows, share))
}

export function caughtBelow(rows: readonly Scored[], threshold: number): number {
  const bad = rows.filter(({ faithful }) => !faithful)
  return bad.filter(({ score }) => score < threshold).length / bad.length
}

/** Share of wrong rows among those shown when `share` of the faithful ones is withheld. */
export function wrongAmongShown(rows: readonly Scored[], share: number): number {
  const threshold = thresholdAt(rows, share)
  const shown = rows.filter(({ score }) => score >= threshold)
  return shown.filter(({ faithful }) => !faithful).length / shown.length
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}
