import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blankItem } from '../reading/fill-item.ts'
import { familyOf, readTake, takeNamedIn } from './take-marks.ts'

test('rule 9: takes and adds are counted alike', () => {
  const counted = {
    '1st Take': { part: 1 },
    '2nd Take': { part: 2 },
    'Take 3 of 4': { part: 3, of: 4 },
    'TAKE 2': { part: 2 },
    '1st Add': { part: 2 },
    'second add': { part: 3 },
    'ADD 2': { part: 3 },
  }
  for (const [words, take] of Object.entries(counted)) assert.deepEqual(takeNamedIn(words), take)
  for (const words of ['Take That', 'intake 2', 'Add-ons', 'mistake 2', 'Take 2nd']) {
    assert.equal(takeNamedIn(words), undefined, words)
  }
})

test('rule 9: a slugline names the same story in all its parts and leads', () => {
  const family = (slugline: string): string | undefined =>
    familyOf({ ...blankItem({ uri: 'urn:a', version: '1', format: 'ninjs' }), slugline })
  const same = [
    'Salt-Trial',
    'SALT-TRIAL, 1st Add',
    'Salt-Trial,1stAdd',
    'salt-trial Take 2 of 3',
    'Salt-Trial, 2nd Ld-Writethru,88',
    'Salt-Trial, Correction',
    'Salt Trial (3rd take)',
  ]
  for (const slugline of same) assert.equal(family(slugline), 'salt-trial', slugline)
  assert.equal(family('Salt-Trial-Witness'), 'salt-trial-witness')
  assert.equal(family(' - '), undefined)
})

test('rule 9: a slugline is read at its end and a headline in brackets at its end', () => {
  const takeIn = (slugline: string, headline: string) => {
    const item = blankItem({ uri: 'urn:a', version: '1', format: 'ninjs' })
    Object.assign(item, { slugline, headlines: [{ role: 'main', value: headline }] })
    readTake(item)
    return item.standfirst.take
  }
  assert.deepEqual(takeIn('salt-trial-take-2', 'Trial begins'), { part: 2 })
  assert.deepEqual(takeIn('salt-trial', 'Trial begins (2nd take)'), { part: 2 })
  assert.equal(takeIn('take-2-opens-in-corvane', 'Film “Take 2” opens'), undefined)
})
