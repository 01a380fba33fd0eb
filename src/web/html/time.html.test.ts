import assert from 'node:assert/strict'
import { test } from 'node:test'
import { time, timeInWords } from './time.html.ts'

const zone = { language: 'en', timeZone: 'Asia/Shanghai' }
const at = '2016-09-05T16:30:00Z'

test('times are written in the newsroom’s zone and keep their exact form for machines', () => {
  assert.equal(
    time(at, zone).toString(),
    '<time datetime="2016-09-05T16:30:00Z">6 September 2016, 00:30\u00a0GMT+8</time>',
  )
  assert.equal(timeInWords(at, zone, 'short'), '6 Sept 2016, 00:30')
})

test('what is the same on the day of the page is left out', () => {
  const near = (day: string) => timeInWords(at, zone, { near: day })
  assert.equal(near('2016-09-06T10:00:00Z'), '00:30')
  assert.equal(near('2016-09-05T10:00:00Z'), '6 Sept, 00:30')
  assert.equal(near('2017-01-05T10:00:00Z'), '6 Sept 2016, 00:30')
  assert.equal(near('never'), '6 Sept 2016, 00:30')
})

test('a date that cannot be read is given as it came, escaped', () => {
  assert.equal(time('<soon>', zone).toString(), '<time datetime="&lt;soon&gt;">&lt;soon&gt;</time>')
})
