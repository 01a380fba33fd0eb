import { supportedFrom } from '../../src/summaries/checker/check-sentence.ts'
import { bootstrap } from '../measures/bootstrap.ts'
import { type CheckedRow, crossValidate, leaveSourcesOut } from '../training/cross-validation.ts'
import { describe } from './describe.ts'
import {
  auc,
  balancedAccuracy,
  caughtAt,
  caughtBelow,
  mean,
  thresholdAt,
  wrongAmongShown,
} from '../measures/metrics.ts'
import { hundredths, percent, table } from './tables.ts'
import { rowsToLearnFrom, trainingSet } from '../training/train-scorer.ts'

/** Everything about the checker, as Markdown. */
export function checkerReport(): { bars: string[][]; text: string } {
  const set = trainingSet(describe(rowsToLearnFrom()))
  const rows = crossValidate(set)
  const bySource = Map.groupBy(rows, (row) => row.source)
  const text = [
    '## The checker, per source\n',
    'Each row is scored by trees that were trained without its article (five folds).',
    'AUC: the chance that a true row scores higher than a wrong one.\n',
    table(perSource(bySource)),
    '## Sets that were never trained on\n',
    'The same, by trees that saw no row of the source, nor of the sets made like it, nor its articles:',
    'what to expect of a set that is not here.\n',
    table(strangers(Map.groupBy(leaveSourcesOut(set), (row) => row.source))),
    '## Errors by type\n',
    'Share of the wrong rows that score lower than all but the given share of the true rows.\n',
    table(perType(bySource)),
    '## Near-copying summaries\n',
    nearCopying(bySource),
    '## The worst misses\n',
    'Wrong rows that score highest in their source, by id and kind of error.\n',
    table(worstMisses(bySource)),
  ].join('\n')
  return { bars: barsOf(bySource), text }
}

type Sources = Map<string, CheckedRow[]>

function perSource(sources: Sources): string[][] {
  const head = [
    'source',
    'true / wrong',
    'AUC',
    'balanced accuracy',
    'true withheld',
    'wrong caught',
  ]
  const rows = [...sources].map(([source, rows]) => {
    const wrong = rows.filter(({ faithful }) => !faithful).length
    return [
      source,
      `${rows.length - wrong} / ${wrong}`,
      percent(bootstrap(rows, auc)),
      percent(bootstrap(rows, balancedAccuracy)),
      hundredths(withheld(rows)),
      hundredths(caughtBelow(rows, supportedFrom)),
    ]
  })
  return [head, ...rows]
}

function strangers(sources: Sources): string[][] {
  const rows = [...sources].map(([source, rows]) => [
    source,
    percent(bootstrap(rows, auc)),
    percent(bootstrap(rows, balancedAccuracy)),
    hundredths(caughtAt(rows, 0.1)),
    hundredths(caughtAt(rows, 0.2)),
    hundredths(wrongAmongShown(rows, shareWithheld)),
    rows.some(({ pair }) => pair !== undefined) ? hundredths(belowPartner(rows)) : '',
  ])
  const head = ['source', 'AUC', 'balanced accuracy', 'caught at 10 % flagged', 'at 20 %']
  return [[...head, 'wrong among shown, 30 % withheld', 'below partner'], ...rows]
}

/** Share of the true rows that the shipped threshold withholds. */
function withheld(rows: readonly CheckedRow[]): number {
  const good = rows.filter(({ faithful }) => faithful)
  return good.filter(({ score }) => score < supportedFrom).length / good.length
}

function perType(sources: Sources): string[][] {
  const synthetic = sources.get('synthetic') ?? []
  const reference = sources.get('synthetic-reference') ?? []
  const types = [...new Set(synthetic.flatMap(({ errorTypes }) => errorTypes))]
  return [
    ['error', 'synthetic, 1 % of true flagged', 'synthetic-reference, 10 % flagged'],
    ...types.map((type) => [
      type,
      percent(bootstrap(synthetic, caughtOf(type, synthetic, 0.01))),
      percent(bootstrap(reference, caughtOf(type, reference, 0.1))),
    ]),
    [
      '**all**',
      percent(bootstrap(synthetic, (rows) => caughtAt(rows as CheckedRow[], 0.01))),
      percent(bootstrap(reference, (rows) => caughtAt(rows as CheckedRow[], 0.1))),
    ],
  ]
}

/** The threshold is that of the whole set: an interval over articles moves only the errors. */
function caughtOf(type: string, all: readonly CheckedRow[], share: number) {
  const threshold = thresholdAt(all, share)
  return (rows: readonly CheckedRow[]) =>
    caughtBelow(
      rows.filter(({ errorTypes }) => errorTypes.includes(type)),
      threshold,
    )
}

const shareWithheld = 0.3

function nearCopying(sources: Sources): string {
  const rows = sources.get('frank-cnndm') ?? []
  const byPairs = rows.map((row) => ({ ...row, score: row.pairScore }))
  const shown = (some: readonly CheckedRow[]) => wrongAmongShown(some, shareWithheld)
  return [
    `frank-cnndm, with ${100 * shareWithheld} % of the true summaries withheld: wrong ones among what is shown.\n`,
    table([
      ['checker', 'wrong among shown, %'],
      ['none', hundredths(mean(rows.map(({ faithful }) => (faithful ? 0 : 1))))],
      ['shared word pairs', percent(bootstrap(byPairs, shown))],
      ['this one', percent(bootstrap(rows, shown))],
    ]),
  ].join('\n')
}

const missesPerSource = 4

function worstMisses(sources: Sources): string[][] {
  const misses = [...sources].flatMap(([source, rows]) =>
    rows
      .filter(({ faithful }) => !faithful)
      .toSorted((a, b) => b.score - a.score || a.id.localeCompare(b.id))
      .slice(0, missesPerSource)
      .map((row) => [source, row.id, kindOf(row), row.score.toFixed(3)]),
  )
  return [['source', 'id', 'error', 'score'], ...misses]
}

function kindOf({ errorTypes, variant }: CheckedRow): string {
  return [...errorTypes, ...(variant ? [variant] : [])].join(', ') || 'not said'
}

function barsOf(sources: Sources): string[][] {
  const of = (source: string) => sources.get(source) ?? []
  const synthetic = of('synthetic')
  const types = [...new Set(synthetic.flatMap(({ errorTypes }) => errorTypes))]
  const least = Math.min(...types.map((type) => caughtOf(type, synthetic, 0.01)(synthetic)))
  const speakers = synthetic.filter((row) => row.faithful || row.errorTypes.includes('attribution'))
  return [
    ['synthetic: caught, worst type, 1 % of true flagged', '97', '99', hundredths(least)],
    ['synthetic: altered speaker caught', '100', '', hundredths(caughtAt(speakers, 0.01))],
    bar(
      'synthetic-reference: caught at 10 % flagged',
      '50',
      '75',
      of('synthetic-reference'),
      (rows) => caughtAt(rows, 0.1),
    ),
    bar('bump: AUC', '66', '72', of('bump'), auc),
    bar('bump: wrong below its own partner', '90', '93', of('bump'), belowPartner),
    bar('bump: caught at 20 % flagged', '', '', of('bump'), (rows) => caughtAt(rows, 0.2)),
    bar('summedits-news: balanced accuracy', '66', '74', of('summedits-news'), balancedAccuracy),
    bar('frank-cnndm: AUC', '79', '84', of('frank-cnndm'), auc),
  ]
}

function bar(
  name: string,
  least: string,
  aim: string,
  rows: readonly CheckedRow[],
  figure: (rows: readonly CheckedRow[]) => number,
): string[] {
  return [name, least, aim, percent(bootstrap(rows, figure))]
}

/** Of the wrong rows that are joined to a right one; a set may hold others beside them. */
function belowPartner(rows: readonly CheckedRow[]): number {
  const joined = rows.filter(({ pair }) => pair !== undefined)
  const partners = new Map(
    joined.filter(({ faithful }) => faithful).map((row) => [row.pair, row.score]),
  )
  const paired = joined.filter((row) => !row.faithful && partners.has(row.pair))
  return mean(paired.map((row) => (row.score < (partners.get(row.pair) as number) ? 1 : 0)))
}
