import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cookieFor, cookieIn } from './cookies.ts'

test('a cookie is found by its exact name', () => {
  assert.equal(cookieIn('a=1; __Host-voter=abc; b=2', '__Host-voter'), 'abc')
  assert.equal(cookieIn('x__Host-voter=abc', '__Host-voter'), undefined)
  assert.equal(cookieIn(undefined, 'a'), undefined)
})

test('a second cookie of the same name, by whatever trick, makes it none', () => {
  assert.equal(cookieIn('voter=1; voter=2', 'voter'), undefined)
  assert.equal(cookieIn('$Version=1; voter="a"; $Path="/"', 'voter'), undefined)
  assert.equal(cookieIn('\u2000voter=1', 'voter'), undefined)
})

test('a cookie for a safe origin is bound to host and path, and no script reads it', () => {
  assert.equal(
    cookieFor('__Host-voter', 'abc', 60, true),
    '__Host-voter=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure',
  )
})
