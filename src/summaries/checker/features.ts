import type { Term } from '../language/terms.ts'
import { alike, weightOf } from './align.ts'
import { placesOf } from './passage.ts'
import { type Comparison, isName } from './comparison.ts'
import type { Finding, RuleName } from './findings.ts'
import { inAnchor, inArticle, inSecond } from './whereabouts.ts'

export type Features = Record<string, number>

const ruleNames: RuleName[] = [
  'number',
  'unit',
  'date',
  'name',
  'role',
  'quotation',
  'speaker',
  'negation',
  'modality',
  'opposite',
  'comparison',
  'substitution',
  'addition',
  'omission',
  'pronoun',
]
const families = [
  'number',
  'date',
  'day',
  'unit',
  'name',
  'negation',
  'possibility',
  'certainty',
  'comparison',
  'quantifier',
  'reporting',
  'pronoun',
  'content',
  'function',
] as const
type Family = (typeof families)[number]
const family: Record<Term['kind'], Family> = {
  number: 'number',
  ordinal: 'number',
  year: 'date',
  month: 'date',
  weekday: 'date',
  day: 'day',
  unit: 'unit',
  negation: 'negation',
  nearNegation: 'negation',
  possibility: 'possibility',
  certainty: 'certainty',
  comparison: 'comparison',
  quantifier: 'quantifier',
  reporting: 'reporting',
  pronoun: 'pronoun',
  filler: 'function',
  function: 'function',
  content: 'content',
}

export function featuresOf(comparison: Comparison, findings: readonly Finding[]): Features {
  const f: Features = {}
  const { claim, passage, source } = comparison
  const n = claim.length
  for (const rule of ruleNames) {
    let max = 0,
      sum = 0
    for (const x of findings)
      if (x.rule === rule) {
        max = Math.max(max, x.weight)
        sum += -Math.log(1 - x.weight)
      }
    f[`max.${rule}`] = max
    f[`sum.${rule}`] = Math.min(sum, 8)
  }
  f['doubt'] = Math.min(
    12,
    findings.reduce((s, x) => s - Math.log(1 - x.weight), 0),
  )
  f['coverage'] = passage.coverage
  f['joined'] = passage.joinedCoverage
  f['coverage2'] = Math.max(0, passage.coverage - 0.8) * 5
  f['gap'] = passage.joinedCoverage - passage.coverage
  const has = claim.map((t) => inArticle(t, source))
  let w = 0,
    got = 0,
    cont = 0,
    contGot = 0
  claim.forEach((t, i) => {
    const k = weightOf(t)
    w += k
    if (has[i]) got += k
    if (t.kind === 'content') {
      cont++
      if (has[i]) contGot++
    }
  })
  f['known'] = got / w
  f['knownContent'] = cont ? contGot / cont : 1
  f['novel'] = Math.min(6, cont - contGot)
  f['length'] = Math.log(n)
  // neighbours
  const grams = source.bigrams
  let b = 0
  for (let i = 1; i < n; i++) if (grams.has(`${claim[i - 1]!.key} ${claim[i]!.key}`)) b++
  f['p2'] = n > 1 ? b / (n - 1) : 1
  // runs in anchor
  let runs = 0,
    longest = 0,
    run = 0,
    sq = 0
  const { pairs } = passage.alignment
  for (let i = 0; i < n; i++) {
    if (pairs[i]! >= 0 && i > 0 && run > 0 && pairs[i] === pairs[i - 1]! + 1) run++
    else {
      sq += run * run
      if (pairs[i]! >= 0) {
        runs++
        run = 1
      } else run = 0
    }
    longest = Math.max(longest, run)
  }
  sq += run * run
  f['longest'] = longest / n
  f['runs'] = runs / n
  f['density'] = Math.sqrt(sq) / n
  f['edits'] = Math.min(10, comparison.edits.filter((e) => e.added.length > 0).length)
  f['insertedShare'] = comparison.edits.reduce((s, e) => s + e.added.length, 0) / n
  f['dropped'] =
    Math.min(
      40,
      comparison.edits.reduce((s, e) => s + e.dropped.length, 0),
    ) / 40
  for (const fam of families)
    for (const where of ['moved', 'second', 'article', 'nowhere']) f[`${fam}.${where}`] = 0
  const anchorAligned = new Set(
    Array.from(pairs)
      .filter((p) => p >= 0)
      .map((p) => passage.anchor.terms[p]!),
  )
  const freeAnchor = passage.anchor.terms.filter((t) => !anchorAligned.has(t))
  claim.forEach((t, i) => {
    if (pairs[i]! >= 0) return
    const fam = isName(t, comparison) ? 'name' : family[t.kind]
    const where = inAnchor(t, comparison)
      ? 'moved'
      : inSecond(t, comparison)
        ? 'second'
        : has[i]
          ? 'article'
          : 'nowhere'
    f[`${fam}.${where}`] = Math.min(4, f[`${fam}.${where}`]! + 1)
  })
  // contrasts irrespective of place
  const lone = claim.filter((t, i) => pairs[i]! < 0 && !inAnchor(t, comparison))
  for (const fam of [
    'number',
    'date',
    'day',
    'unit',
    'negation',
    'possibility',
    'certainty',
    'comparison',
    'quantifier',
    'reporting',
    'pronoun',
  ] as Family[])
    f[`contrast.${fam}`] =
      lone.some((t) => family[t.kind] === fam) && freeAnchor.some((t) => family[t.kind] === fam)
        ? 1
        : 0
  f['contrast.name'] =
    lone.some((t) => isName(t, comparison)) &&
    freeAnchor.some(
      (t) => t.kind === 'content' && ((t.capital && !t.opening) || source.names.has(t.key)),
    )
      ? 1
      : 0
  f['contrast.opposite'] = lone.some((t) =>
    freeAnchor.some((o) => source.lexicon.areOpposites(t.key, o.key)),
  )
    ? 1
    : 0
  f['contrast.hedge'] =
    lone.some((t) => t.kind === 'certainty') && freeAnchor.some((o) => o.kind === 'possibility')
      ? 1
      : 0
  const neg = (ts: readonly Term[]) =>
    ts.filter((t) => t.kind === 'negation' || t.kind === 'nearNegation').length
  f['negation.more'] = Math.max(0, Math.min(2, neg(claim) - neg(passage.anchor.terms)))
  f['negation.less'] = Math.max(0, Math.min(2, neg(passage.anchor.terms) - neg(claim)))
  f['negation.new'] = neg(claim) > 0 && neg(passage.anchor.terms) === 0 ? 1 : 0
  // numbers with their neighbours
  let strange = 0
  claim.forEach((t, i) => {
    if (t.kind !== 'number' && t.kind !== 'year') return
    const next = claim[i + 1],
      before = claim[i - 1]
    if (next && next.kind === 'unit' && has[i] && !grams.has(`${t.key} ${next.key}`)) strange++
    if (before && before.kind === 'unit' && has[i] && !grams.has(`${before.key} ${t.key}`))
      strange++
  })
  f['strangeUnit'] = Math.min(2, strange)
  // pairs of content words that the article never has in one sentence
  const content = claim.filter(
    (t) => t.kind === 'content' || family[t.kind] === 'number' || family[t.kind] === 'date',
  )
  let together = 0,
    pairsSeen = 0,
    apart = 0
  for (let i = 1; i < content.length; i++) {
    const a = source.places.get(content[i - 1]!.key),
      c = source.places.get(content[i]!.key)
    if (!a || !c) continue
    pairsSeen++
    if (a.some((x) => c.includes(x))) together++
    else if (!a.some((x) => c.includes(x + 1) || c.includes(x - 1))) apart++
  }
  f['together'] = pairsSeen ? together / pairsSeen : 1
  f['apart'] = Math.min(5, apart)
  // support of each term by the rest of the claim, around the places where the article has it
  const sets = source.keySets
  const idf = claim.map(
    (t) => weightOf(t) * Math.log(1 + sets.length / (1 + (source.places.get(t.key)?.length ?? 0))),
  )
  const idfSum = idf.reduce((a, x) => a + x, 0)
  const near: number[] = new Array(sets.length).fill(0)
  claim.forEach((t, i) => {
    for (const place of new Set(placesOf(t, source).flatMap((x) => [x - 1, x, x + 1])))
      if (place >= 0 && place < near.length) near[place]! += idf[i]!
  })
  const support = claim.map((t, i) => {
    const places = placesOf(t, source)
    if (places.length === 0 || idfSum - idf[i]! < 1e-6) return -1
    return Math.max(...places.map((x) => (near[x]! - idf[i]!) / (idfSum - idf[i]!)))
  })
  const fams: [string, (t: Term) => boolean][] = [
    ['name', (t) => isName(t, comparison)],
    ['number', (t) => family[t.kind] === 'number' || family[t.kind] === 'date'],
    ['content', (t) => t.kind === 'content'],
  ]
  const best = Math.max(0, ...near) / (idfSum || 1)
  f['windowBest'] = best
  for (const [name, test] of fams) {
    const vs = claim
      .map((t, i) => [t, support[i]!] as const)
      .filter(([t, v]) => test(t) && v >= 0)
      .map(([, v]) => v)
    f[`support.${name}`] = vs.length ? Math.min(...vs) : best
    f[`supportGap.${name}`] = vs.length ? best - Math.min(...vs) : 0
  }
  // proximity: how far from their neighbours of the claim names, numbers and dates stand in the article
  let lonelyName = 0,
    lonelyNumber = 0,
    lonelyWord = 0,
    count = 0
  const strong = claim
    .map((t, i) => ({ t, i }))
    .filter(({ t }) => t.kind !== 'function' && t.kind !== 'filler' && t.kind !== 'pronoun')
  strong.forEach(({ t }, k) => {
    const own = source.places.get(t.key)
    if (!own) return
    count++
    const ns = [strong[k - 1]?.t, strong[k + 1]?.t].filter((x) => x !== undefined)
    const close = ns.some((u) =>
      own.some((x) => {
        const terms = source.sentences[x]!.terms
        const at = terms.findIndex((y) => y.key === t.key)
        return terms
          .slice(Math.max(0, at - 4), at + 5)
          .some((y) => y !== terms[at] && alike(u, y) > 0)
      }),
    )
    if (close) return
    if (isName(t, comparison)) lonelyName++
    else if (family[t.kind] === 'number' || family[t.kind] === 'date') lonelyNumber++
    else lonelyWord++
  })
  f['lonely.name'] = Math.min(4, lonelyName)
  f['lonely.number'] = Math.min(4, lonelyNumber)
  f['lonely.word'] = Math.min(8, lonelyWord)
  f['lonely.share'] = count ? (lonelyName + lonelyNumber + lonelyWord) / count : 0
  // degenerate
  const seen = new Set<string>()
  let rep = 0
  for (let i = 1; i < n; i++) {
    const g = `${claim[i - 1]!.key} ${claim[i]!.key}`
    if (seen.has(g)) rep++
    seen.add(g)
  }
  let rw = 0
  for (let i = 1; i < n; i++) if (claim[i]!.key === claim[i - 1]!.key) rw++
  f['repeats'] = Math.min(3, rep)
  f['stutter'] = Math.min(2, rw)
  f['unk'] = /\bUNK\b|\[unk\]/i.test(comparison.text) ? 1 : 0
  f['leans'] = claim[0]!.kind === 'pronoun' ? 1 : 0
  f['position'] = Math.log(1 + source.sentences.indexOf(passage.anchor))
  f['short'] = n < 5 ? 1 : 0
  f['cased'] = comparison.cased ? 1 : 0
  return f
}
