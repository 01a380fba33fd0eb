import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { checkerReport } from './reports/checker-report.ts'
import { evalFolder, hasData } from './data.ts'
import { extractReport } from './reports/extract-report.ts'
import { formatsReport } from './reports/formats-report.ts'
import { quotationReport } from './reports/quotation-report.ts'
import { languagesReport } from './reports/languages-report.ts'
import { speed } from './measures/speed.ts'
import { table } from './reports/tables.ts'

/**
 * `npm run eval`: measures the summarizer and the checker and writes docs/summary-quality.md.
 * `npm run eval -- languages`: only its section about other languages, which needs no data;
 * `npm run eval -- formats`: only the one about text that is written otherwise.
 */
const docs = new URL('../docs/', import.meta.url)
const page = new URL('summary-quality.md', docs)

if (process.argv[2] === 'languages') {
  rewrite(/## Other languages\n[^]*?(?=\n## |$)/, languagesReport())
} else if (process.argv[2] === 'formats' && hasData()) {
  rewrite(/## The same, written otherwise\n[^]*?(?=\n## |$)/, formatsReport())
} else if (hasData()) {
  const text = report()
  process.stdout.write(text)
  mkdirSync(docs, { recursive: true })
  writeFileSync(page, text)
} else {
  process.stdout.write(languagesReport())
  process.stdout.write(`skipped: English; no evaluation data in ${evalFolder} (set EVAL_DIR)\n`)
}

function rewrite(section: RegExp, text: string): void {
  const before = readFileSync(page, 'utf8')
  writeFileSync(
    page,
    before.replace(section, () => text),
  )
}

function report(): string {
  const times = speed()
  const extract = extractReport()
  const checker = checkerReport()
  const quotations = quotationReport()
  const bars = [
    ['measure', 'bar', 'aim', 'measured (95 % interval)'],
    ...extract.bars,
    ...checker.bars,
    ...quotations.bars,
    ['600 words: summarize, ms', '5', '2', times.summarize.toFixed(1)],
    ['600 words: check of five sentences, ms', '5', '2', times.check.toFixed(1)],
  ]
  return [
    '# How good the summaries and their checks are\n',
    'Written by `npm run eval`; do not edit. Figures in per cent where no unit is said; intervals are',
    '95 % by bootstrap over articles. The sets are public research sets of English news, described in',
    'the README beside them; they are not part of this repository.\n',
    table(bars),
    extract.text,
    checker.text,
    quotations.text,
    formatsReport(),
    languagesReport(),
  ].join('\n')
}
