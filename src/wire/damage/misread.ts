/**
 * Signs that a file was damaged on its way where damage would open what it closes: a field that
 * decides whether readers may see the item, under a name in which some letters are others. Such a
 * file is well formed, its decisive field is simply not there, and absent means usable in most
 * formats. What is found is held for a person.
 */
import { isJsonFeed } from '../formats/feeds/json-feed.ts'
import type { Json } from '../reading/json.ts'
import type { Element } from '../xml/xml-tree.ts'
import { elements } from '../xml/xml-tree.ts'
import { distance } from './distance.ts'

/** Fields whose absence would open or free an item, as their formats spell them. */
const jsonNames = namesIn(
  'pubstatus pubStatus status embargoed embargo expires usageterms usageTerms rightsinfo rightsInfo datamining dataMining encodedrights encodedRights linkedrights linkedRights ednote edNote ednotes edNotes advisory type signal signals editorialtypes',
  false,
)
const xmlElements = namesIn(
  'pubStatus embargoed expires usageTerms dataMining edNote itemClass signal rightsExpressionXML rightsExpressionData date.release date.expire doc.rights ed-msg Status StatusWillChange FutureStatus DateAndTime UsageType NewsItemType Instruction itemMetaExtProperty',
  true,
)
const xmlAttributes = namesIn(
  'qcode literal norm limitations FormalName management-status management-doc-idref management-idref-status',
  true,
)

interface Names {
  spellings: ReadonlySet<string>
  /** A letter that became a blank parts the rest of a name from it. */
  areParted: boolean
  /** All of them in lower case. */
  plain: ReadonlySet<string>
}

function namesIn(list: string, areParted: boolean): Names {
  const spellings = new Set(list.split(' '))
  return { spellings, areParted, plain: new Set([...spellings].map((name) => name.toLowerCase())) }
}

/** Names of other fields, and words of several languages, as long as one above and a letter apart. */
const others = new Set(
  'advisors code expired form formatname hype imagetype lateral liberal limitation node note signed state states statue statut tape typo'.split(
    ' ',
  ),
)

/** Bytes are replaced on the way and not lost; so many letters of a name, by its length, may be others. */
const mayDiffer = (length: number): number => (length < 9 ? 1 : length < 14 ? 2 : 3)
/** The least length of a name that is compared: of three letters any two names are alike. */
const leastCompared = 4
/** The same of what is left of a name that a blank cut at one of its ends. */
const leastParted = 5

/** Why JSON looks damaged, in words for the desk; undefined where it does not. Feeds close nothing. */
export function damageInJson(json: Json): string | undefined {
  if (Array.isArray(json)) return firstOf(json, damageInJson)
  if (json === null || typeof json !== 'object' || isJsonFeed(json)) return undefined
  const keys = Object.keys(json)
  return misread(keys, jsonNames) ?? firstOf(Object.values(json), damageInJson)
}

/** The same of an XML tree, outside the text of its stories. */
export function damageInXml(root: Element): string | undefined {
  if (storyText.has(root.name.toLowerCase())) return undefined
  const children = elements(root)
  return (
    strayText(root) ??
    misread([...root.attributes.keys()], xmlAttributes) ??
    misread(children.map(writtenName), xmlElements) ??
    firstOf(children, damageInXml)
  )
}

/** Below these stand words of stories and mark-up of their own, and feeds, which close nothing. */
const storyText = new Set(
  'body contentset contentitem rss rdf feed entry channel rightsexpressionxml rightsexpressiondata'.split(
    ' ',
  ),
)

/** Nothing but elements may stand in these; text is an element whose first character was lost. */
const elementsOnly = new Set(
  'itemmeta rightsinfo docdata newsmanagement statuswillchange rightsmetadata usagerights'.split(
    ' ',
  ),
)

function strayText({ name, children }: Element): string | undefined {
  if (!elementsOnly.has(name.toLowerCase())) return undefined
  const text = children.find((node) => typeof node === 'string' && node.trim() !== '')
  if (typeof text !== 'string') return undefined
  return `the file looks damaged: <${name}> has text where only fields may stand: "${text.trim().slice(0, 40)}"`
}

/** A colon where a letter was makes a prefix that nothing declares. */
function writtenName({ name, namespace }: Element): string {
  const undeclared = /^urn:undeclared:(.+)$/.exec(namespace)?.[1]
  return undeclared === undefined ? name : `${undeclared}:${name}`
}

function misread(given: readonly string[], names: Names): string | undefined {
  const present = new Set(given.map((name) => name.toLowerCase()))
  // Some senders write every name so, which is a habit.
  const isCapital = given.every((name) => /^\P{Ll}/u.test(name))
  for (const one of given) {
    const meant = meantBy(one, names, { present, isCapital })
    if (meant !== undefined)
      return `the file looks damaged: its field "${plain(one)}" reads almost like "${meant}"`
  }
  return undefined
}

function meantBy(
  given: string,
  names: Names,
  among: { present: ReadonlySet<string>; isCapital: boolean },
): string | undefined {
  const lower = given.toLowerCase()
  if (names.plain.has(lower)) {
    // A spelling of nobody's: one letter of it has changed its case, and formats mind the case.
    const isSomebodys = names.spellings.has(given) || isOneCase(given)
    return isSomebodys || (among.isCapital && /^\p{Lu}/u.test(given)) ? undefined : lower
  }
  if (others.has(lower)) return undefined
  return [...names.plain].find((name) => !among.present.has(name) && isAlmost(lower, name, names))
}

function isOneCase(name: string): boolean {
  return name === name.toLowerCase() || name === name.toUpperCase()
}

function isAlmost(given: string, name: string, { areParted }: Names): boolean {
  if (name.length < leastCompared) return false
  if (areParted && given.length >= leastParted && given.length === name.length - 1)
    return name.startsWith(given) || name.endsWith(given)
  // A letter that became a backslash makes one character of itself and the next.
  if (/\p{Cc}/u.test(given)) return distance(given, name) <= mayDiffer(name.length) + 1
  if (given.length !== name.length) return false
  let differing = 0
  for (let at = 0; at < name.length; at++) if (given[at] !== name[at]) differing += 1
  return differing <= mayDiffer(name.length)
}

/** A control character in a key is a letter that became an escape: "p\\bstatus". */
function plain(name: string): string {
  return JSON.stringify(name.slice(0, 40)).slice(1, -1)
}

function firstOf<T>(all: readonly T[], damage: (one: T) => string | undefined): string | undefined {
  for (const one of all) {
    const found = damage(one)
    if (found !== undefined) return found
  }
  return undefined
}
