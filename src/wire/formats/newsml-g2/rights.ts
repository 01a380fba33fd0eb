/** rightsInfo of NewsML-G2, with what it says about text and data mining (2.34, PLUS codes). */
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { all, attribute, first, line, rawText } from '../../xml/xml-tree.ts'
import { codeOf, nameOf } from './codes.ts'

const plusVocabulary = 'http://ns.useplus.org/ldf/vocab/'

/** The PLUS address of a data-mining code, whether given as qcode, address or bare code. */
export function dataMiningAddress(code: string): string {
  const bare = /(?:^|[:/])((?:PLUS_)?DMI-[\w-]+)$/i.exec(code)?.[1]
  return bare === undefined ? code : plusVocabulary + bare.replace(/^PLUS_/i, '')
}

export function readRightsInfo(out: WireItem, item: Element): void {
  fill.give(out, 'usageTerms', termsOf(item))
  for (const rights of all(item, 'rightsInfo')) {
    const holder = first(rights, 'copyrightHolder')
    const holderCode = codeOf(holder)?.replace(/^[\w-]+:(?!\/\/)/, '')
    fill.give(out, 'copyrightHolder', nameOf(holder) ?? holderCode)
    fill.give(out, 'copyrightNotice', line(first(rights, 'copyrightNotice')))
    const mining = first(rights, 'dataMining')
    // Without a code that can be read it says something all the same, and not that all is free.
    if (mining) rightsOf(out)['dataMining'] ??= dataMiningAddress(codeOf(mining) ?? 'unreadable')
    for (const kind of ['rightsExpressionXML', 'rightsExpressionData']) {
      for (const expression of all(rights, kind)) readExpression(out, expression)
    }
  }
}

/**
 * The limits of use in every block of rights, also where they stand at an address alone or hold only
 * from or until some time: a person judges them.
 */
function termsOf(item: Element): string {
  const terms = all(item, 'rightsInfo').flatMap((rights) => {
    const [from, until] = [attribute(rights, 'validfrom'), attribute(rights, 'validto')]
    const span = [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(' ')
    const words = all(rights, 'usageTerms').map((one) => line(one) ?? attribute(one, 'href'))
    return words.filter(Boolean).map((one) => (span ? `${one} (valid ${span})` : one))
  })
  return [...new Set(terms)].join('; ')
}

function rightsOf(out: WireItem): Record<string, unknown> {
  return (out.rightsInfo ??= {})
}

function readExpression(out: WireItem, expression: Element): void {
  const rights = rightsOf(out)
  rights['langId'] ??= attribute(expression, 'langid')
  const children = expression.children.map((node) =>
    typeof node === 'string' ? node : markup(node),
  )
  const text = children.join('').trim() || rawText(expression).trim()
  if (text === '' || rights['encodedRights'] === text) return
  // Of two that say the same in other forms nobody can tell whether they do: together they are not read.
  const before = rights['encodedRights']
  rights['encodedRights'] = typeof before === 'string' ? `${before}\n${text}` : text
}

/** The expression as written, near enough to be kept and read by a person. */
function markup(element: Element): string {
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${quoted(value)}"`)
  const inner = element.children.map((node) =>
    typeof node === 'string' ? quoted(node) : markup(node),
  )
  return `<${element.name}${attributes.join('')}>${inner.join('')}</${element.name}>`
}

function quoted(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
