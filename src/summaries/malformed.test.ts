import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check, summarize } from './summaries-tools.ts'

/** What nobody should send, and somebody will. */
const texts: Record<string, string> = {
  nothing: '',
  'white space': ' \n\t\n ',
  'one word': 'Fire',
  'a million words': 'The harbour of Ness was closed again. '.repeat(143_000),
  'a million different words': Array.from({ length: 1_000_000 }, (_, at) => `w${at}`).join(' '),
  'one sentence of 50,000 characters': `The harbour ${'and the bridge '.repeat(3_300)}closed.`,
  'no spaces': 'x'.repeat(1_000_000),
  'letters and stops': 'a. '.repeat(300_000),
  'quotation marks': '"\''.repeat(200_000),
  'control characters': '\u0000\u0007The harbour\u001b[31m closed\u202e.\ud800 It is shut.'.repeat(
    500,
  ),
  'another script': '港は月曜日に閉鎖された。けが人はいなかった。'.repeat(200),
  'right to left': 'أغلق الميناء يوم الاثنين. لم يصب أحد بأذى. '.repeat(200),
  'combining marks': 'e\u0301'.repeat(100_000),
  figures: '1,234.5 '.repeat(100_000),
}

/** Milliseconds; on a loaded machine, too. */
const patience = 2000

for (const [name, text] of Object.entries(texts)) {
  const article = { paragraphs: text.split('\n') }

  test(`a summary of ${name} is made or declined in time`, () => {
    const started = performance.now()
    assert.equal(summarize(article).method, 'extract')
    assert.ok(performance.now() - started < patience)
  })

  test(`a check against ${name}, and of it, ends in time`, () => {
    const started = performance.now()
    const summary = 'The harbour of Ness was closed again on Monday. It is shut, they said.'
    assert.notEqual(check(article, summary).verdict, 'supported')
    check({ paragraphs: ['The harbour was closed.'] }, text)
    check(article, text.slice(0, 4000))
    assert.ok(performance.now() - started < 2 * patience)
  })
}

test('a summary longer than its article is not supported', () => {
  const article = { paragraphs: ['The harbour was closed.'] }
  const summary = 'The harbour was closed. The bridge was closed. The school was closed, too.'
  assert.equal(check(article, summary).verdict, 'not-supported')
})
