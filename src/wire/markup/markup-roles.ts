/**
 * What each element of a body means: one table over XHTML, NITF and the agencies' own names
 * (TT's RUBRIK, BRODTEXT, MELLIS …). Names are lower case.
 */
import type { Mark } from '../../articles/body/body.ts'
import type { Element } from '../xml/xml-tree.ts'
import { attribute, descendants } from '../xml/xml-tree.ts'

export type Role =
  | { kind: 'inline'; mark?: Mark }
  | { kind: 'break' | 'drop' | 'media' | 'embed' | 'container' }
  | { kind: 'heading' | 'list' | 'quote' | 'table' | 'preformatted'; level?: 2 | 3 | 4 }

const named = (kind: Role['kind'], names: string, more: Partial<Role> = {}): [string, Role][] =>
  names.split(' ').map((name) => [name, { kind, ...more }])

const roles = new Map<string, Role>([
  ...named('inline', 'span font a abbr acronym cite code small big u s strike del ins mark q time'),
  ...named(
    'inline',
    'tt kbd samp var bdi bdo dfn label data nobr wbr ruby rb rt rp lang pronounce',
  ),
  ...named(
    'inline',
    'person org location city state region country chron num money event function',
  ),
  ...named('inline', 'object.title virtloc postaddr copyrite classifier frac frac-num frac-sep'),
  ...named('inline', 'frac-den name.given name.family alt-code story.date byttl distributor'),
  ...named('inline', 'b strong', { mark: 'strong' }),
  ...named('inline', 'i em', { mark: 'emphasis' }),
  ...named('inline', 'sub', { mark: 'subscript' }),
  ...named('inline', 'sup', { mark: 'superscript' }),
  ...named('break', 'br'),
  ...named('drop', 'script style template title meta link base head noscript nitf-table-metadata'),
  ...named('media', 'img figure picture media video audio svg math canvas map bild media image'),
  ...named('embed', 'iframe object embed frame applet'),
  ...named(
    'container',
    'p div section article header footer main aside nav address body html block',
  ),
  ...named(
    'container',
    'center details source track summary fieldset form hr dl dt dd body.content body.head',
  ),
  ...named(
    'container',
    'body.end tagline note datasource fn hedline byline dateline abstract nitf',
  ),
  ...named('container', 'text ingress brodtext citat dat ort fraga svar'),
  ...named('heading', 'h1 h2', { level: 2 }),
  ...named('heading', 'h3 hl2 mellis rubrik hl1', { level: 3 }),
  ...named('heading', 'h4 h5 h6', { level: 4 }),
  ...named('list', 'ul ol menu dir'),
  ...named('quote', 'blockquote bq'),
  ...named('table', 'table nitf-table'),
  ...named('preformatted', 'pre listing xmp'),
])

/** What HTML's figure may hold besides a picture; such a figure is only a frame around it. */
const inFigure = ['table', 'pre', 'blockquote', 'ul', 'ol', 'iframe']

/** An unknown element inside a running line belongs to it; elsewhere it stands by itself. */
export function roleOf(element: Element, lineIsOpen: boolean): Role {
  const name = element.name.toLowerCase()
  if (name === 'figure' && inFigure.some((inner) => descendants(element, inner).length > 0)) {
    return { kind: 'container' }
  }
  const known = roles.get(name)
  if (known) return known
  if (/-(?:image|picture)$/.test(name)) return { kind: 'media' }
  if (attribute(element, 'src') !== undefined) return { kind: 'embed' }
  return { kind: lineIsOpen ? 'inline' : 'container' }
}

const inLines = new Set<Role['kind']>(['inline', 'break', 'drop', 'media'])

export function isBlockRole(role: Role): boolean {
  return !inLines.has(role.kind)
}
