import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

/** How many rules a correct intake keeps; each has tests that begin with "rule N:". */
const rules = 26

test('every rule of the intake has a test that carries its number', () => {
  const texts = globSync('{src,test}/**/*.test.ts').map((file) => readFileSync(file, 'utf8'))
  const named = new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/^\s*(?:test|onBothEngines)\(\s*['`]rule (\d+):/gm)].map(([, n]) =>
        Number(n),
      ),
    ),
  )
  const missing = Array.from({ length: rules }, (_, i) => i + 1).filter((n) => !named.has(n))
  assert.deepEqual(missing, [])
})
