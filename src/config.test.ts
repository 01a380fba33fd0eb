import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigTrouble, configFrom } from './config.ts'

test('with nothing set, the site serves localhost from the folder data', () => {
  const config = configFrom({})
  assert.equal(config.origin, 'http://localhost:8080')
  assert.ok(config.dataFolder.endsWith('/data'))
  assert.equal(config.databaseUrl, undefined)
})

test('every problem is named at once, with what to do', () => {
  const wrong = {
    PORT: 'eighty',
    STANDFIRST_ORIGIN: 'news.example',
    DATABASE_URL: 'mysql://x',
    STANDFIRST_LOG: 'loud',
  }
  assert.throws(
    () => configFrom(wrong),
    (error) =>
      error instanceof ConfigTrouble &&
      Object.keys(wrong).every((name) => error.message.includes(name)),
  )
})
