import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from './csv.ts'

test('cells are quoted where they must be, and no cell is a formula', () => {
  const csv = csvOf(
    ['a', 'b'],
    [
      ['x,"y"\nz', 3],
      ['=1+1', null],
    ],
  )
  assert.equal(csv, 'a,b\r\n"x,""y""\nz",3\r\n\'=1+1,\r\n')
})
