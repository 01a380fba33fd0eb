/**
 * Gradient-boosted regression trees (Friedman 2001, Newton steps as in XGBoost, Chen and Guestrin
 * 2016) on histograms, with monotone constraints: a feature with sign 1 can only raise the value,
 * one with sign -1 only lower it.
 */
export interface BoostingOptions {
  trees: number
  depth: number
  rate: number
  /** L2 penalty on leaf values. */
  penalty: number
  /** Least sum of second derivatives in a leaf. */
  leastWeight: number
  /** Share of the rows and of the features that each tree sees. */
  sample: number
  features: number
}

/** Nodes of four numbers: feature, threshold (≤ goes left), left, right; leaves: -1, value, 0, 0. */
export type Tree = number[]

const bins = 24

export class Histograms {
  readonly edges: number[][]
  readonly rows: Uint8Array[]
  readonly signs: readonly number[]

  /** All rows that will ever be trained on, so that folds share their bins. */
  constructor(rows: readonly Float64Array[], signs: readonly number[]) {
    this.signs = signs
    this.edges = signs.map((_, feature) => edgesOf(rows.map((row) => row[feature] as number)))
    this.rows = rows.map((row) =>
      Uint8Array.from(this.edges, (edges, feature) => binOf(row[feature] as number, edges)),
    )
  }
}

function edgesOf(values: number[]): number[] {
  const sorted = Float64Array.from(values).sort()
  const distinct = [...new Set(sorted)]
  if (distinct.length <= bins)
    return distinct.slice(1).map((value, at) => rounded((value + (distinct[at] as number)) / 2))
  const cuts = Array.from(
    { length: bins - 1 },
    (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / bins)] as number,
  )
  return [...new Set(cuts.map(rounded))]
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

function binOf(value: number, edges: readonly number[]): number {
  let bin = 0
  while (bin < edges.length && value > (edges[bin] as number)) bin += 1
  return bin
}

interface Split {
  gain: number
  feature: number
  bin: number
  left: number
  right: number
}

/** One tree on the derivatives of the loss: `first` and `second` are by row number. */
export function growTree(
  data: Histograms,
  rows: readonly number[],
  first: Float64Array,
  second: Float64Array,
  options: BoostingOptions,
  random: () => number,
): Tree {
  const seen = [...data.signs.keys()].filter(() => random() < options.features)
  const tree: Tree = []
  const root = Int32Array.from(rows)
  grow(root, 0, -Infinity, Infinity, sumsOf(data, root, seen, first, second))
  return tree

  function grow(members: Int32Array, depth: number, low: number, high: number, sums: Sums): number {
    const node = tree.length / 4
    tree.push(-1, 0, 0, 0)
    const split =
      depth < options.depth && members.length >= leastMembers
        ? bestSplit(data, seen, sums, low, high, options)
        : undefined
    if (!split) {
      tree[node * 4 + 1] = rounded(leafValue(members, first, second, low, high, options))
      return node
    }
    const { feature, bin } = split
    const goesLeft = (row: number) => ((data.rows[row] as Uint8Array)[feature] as number) <= bin
    const left = members.filter(goesLeft)
    const right = members.filter((row) => !goesLeft(row))
    // What the smaller side has not, the larger one has.
    const smaller = left.length < right.length ? left : right
    const own = sumsOf(data, smaller, seen, first, second)
    const rest = without(sums, own)
    const middle = (split.left + split.right) / 2
    const sign = data.signs[feature] as number
    const bounds = (side: 1 | -1): [number, number] =>
      sign === 0 ? [low, high] : sign === side ? [middle, high] : [low, middle]
    tree[node * 4] = feature
    tree[node * 4 + 1] = (data.edges[feature] as number[])[bin] as number
    tree[node * 4 + 2] = grow(left, depth + 1, ...bounds(-1), smaller === left ? own : rest)
    tree[node * 4 + 3] = grow(right, depth + 1, ...bounds(1), smaller === left ? rest : own)
    return node
  }
}

/** The same tree with its leaves made smaller. */
export function scaledTree(tree: Tree, by: number): Tree {
  return tree.map((value, at) =>
    at % 4 === 1 && tree[at - 1] === -1 ? rounded(value * by) : value,
  )
}

/** Sums of both derivatives by feature and bin. */
interface Sums {
  first: Float64Array
  second: Float64Array
}

function sumsOf(
  data: Histograms,
  members: Int32Array,
  seen: readonly number[],
  first: Float64Array,
  second: Float64Array,
): Sums {
  const width = data.signs.length * bins
  const sums = { first: new Float64Array(width), second: new Float64Array(width) }
  const features = Int32Array.from(seen)
  for (const row of members) {
    const line = data.rows[row] as Uint8Array
    const [g, h] = [first[row] as number, second[row] as number]
    for (const feature of features) {
      const at = feature * bins + (line[feature] as number)
      sums.first[at] = (sums.first[at] as number) + g
      sums.second[at] = (sums.second[at] as number) + h
    }
  }
  return sums
}

function without(all: Sums, some: Sums): Sums {
  const less = (from: Float64Array, what: Float64Array) =>
    from.map((value, at) => value - (what[at] as number))
  return { first: less(all.first, some.first), second: less(all.second, some.second) }
}

function leafValue(
  members: Int32Array,
  first: Float64Array,
  second: Float64Array,
  low: number,
  high: number,
  { penalty }: BoostingOptions,
): number {
  let [gradient, weight] = [0, 0]
  for (const row of members) {
    gradient += first[row] as number
    weight += second[row] as number
  }
  return clamp(-gradient / (weight + penalty), low, high)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}

const leastMembers = 20
const leastGain = 1e-3

function bestSplit(
  data: Histograms,
  seen: readonly number[],
  sums: Sums,
  low: number,
  high: number,
  options: BoostingOptions,
): Split | undefined {
  let best: Split | undefined
  for (const feature of seen) {
    const split = bestCut(feature, sums.first, sums.second, data, low, high, options)
    if (split && split.gain > (best?.gain ?? leastGain)) best = split
  }
  return best
}

function bestCut(
  feature: number,
  gradients: Float64Array,
  weights: Float64Array,
  data: Histograms,
  low: number,
  high: number,
  { penalty, leastWeight }: BoostingOptions,
): Split | undefined {
  const cuts = (data.edges[feature] as number[]).length
  const from = feature * bins
  let [gradient, weight] = [0, 0]
  for (let bin = 0; bin <= cuts; bin++) {
    gradient += gradients[from + bin] as number
    weight += weights[from + bin] as number
  }
  const sign = data.signs[feature] as number
  let best: Split | undefined
  let [leftGradient, leftWeight] = [0, 0]
  for (let bin = 0; bin < cuts; bin++) {
    leftGradient += gradients[from + bin] as number
    leftWeight += weights[from + bin] as number
    const [rightGradient, rightWeight] = [gradient - leftGradient, weight - leftWeight]
    if (leftWeight < leastWeight || rightWeight < leastWeight) continue
    const left = clamp(-leftGradient / (leftWeight + penalty), low, high)
    const right = clamp(-rightGradient / (rightWeight + penalty), low, high)
    if (sign * (right - left) < 0) continue
    const gain =
      leftGradient ** 2 / (leftWeight + penalty) +
      rightGradient ** 2 / (rightWeight + penalty) -
      gradient ** 2 / (weight + penalty)
    if (gain > (best?.gain ?? 0)) best = { gain, feature, bin, left, right }
  }
  return best
}
