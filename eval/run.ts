import { mkdirSync, writeFileSync } from 'node:fs'
import { checkerReport } from './checker-report.ts'
import { evalFolder, hasData } from './data.ts'
import { extractReport } from './extract-report.ts'
import { quotationReport } from './quotation-report.ts'
import { speed } from './speed.ts'
import { table } from './tables.ts'

/** `npm run eval`: measures the summarizer and the checker and writes docs/summary-quality.md. */
const docs = new URL('../docs/', import.meta.url)

if (hasData()) {
  const text = report()
  process.stdout.write(text)
  mkdirSync(docs, { recursive: true })
  writeFileSync(new URL('summary-quality.md', docs), text)
} else {
  process.stdout.write(`skipped: no evaluation data in ${evalFolder} (set EVAL_DIR)\n`)
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
  ].join('\n')
}
