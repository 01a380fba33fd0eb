import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minifyCss } from './minify-css.ts'
import { styles, styleSources } from './styles.ts'

test('comments and needless space go, meaning stays', () => {
  assert.equal(
    minifyCss('/* a */ .a  .b > p :hover,\n.c {\n  width: calc(1rem + 2px);\n  color: red;\n}\n'),
    '.a .b>p :hover,.c{width:calc(1rem + 2px);color:red}',
  )
})

test('strings stay as they are', () => {
  assert.equal(
    minifyCss(`q { content: '/* no */  ; }'; quotes: "a \\" :  b"; }`),
    `q{content:'/* no */  ; }';quotes:"a \\" :  b"}`,
  )
})

test('no style sheet can close its element, and each has its source', () => {
  for (const css of Object.values(styles)) assert.ok(!css.includes('<'))
  for (const source of Object.values(styleSources)) assert.match(source, /^'sha256-[\w+/]{43}='$/)
})
