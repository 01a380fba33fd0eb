import { check, summarize } from '../../src/summaries/summaries-tools.ts'
import { articleOf, readSummaries } from '../data.ts'
import { median } from './metrics.ts'

/** The article length that the figures are for, in words. */
const words = 600
const articles = 100

/** Median milliseconds of processor time, garbage collection included, of a summary and of a check of five sentences. */
export function speed(): { summarize: number; check: number } {
  const texts = readSummaries()
    .filter(({ article }) => Math.abs(article.split(/\s+/).length - words) < words / 6)
    .slice(0, articles)
  const times = texts.map((row) => {
    const article = articleOf(row.article)
    const five = row.article.split(/(?<=[.!?]) /).slice(0, 5)
    return {
      summarize: timeOf(() => summarize(article)),
      check: timeOf(() => check(article, five)),
    }
  })
  return {
    summarize: median(times.map((time) => time.summarize)),
    check: median(times.map((time) => time.check)),
  }
}

function timeOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
