/**
 * Signs that a file was damaged on its way where damage would open what it closes: a field that
 * decides whether readers may see the item, under a name in which some letters are others. Such a
 * file is well formed, its decisive field is simply not there, and absent means usable in most
 * formats. What is found is held for a person.
 */
import { isJsonFeed } from '../formats/feeds/json-feed.ts'
import type { Json } from '../reading/json.ts'
import { holdsMore } from '../reading/json.ts'
import type { Element } from '../xml/xml-tree.ts'
import { elements } from '../xml/xml-tree.ts'
import { distance } from './distance.ts'

/** Fields whose absence would open or free an item, as their formats spell them. */
const jsonNames = namesIn(
  'pubstatus pubStatus status embargoed embargo expires usageterms usageTerms rightsinfo rightsInfo datamining dataMining encodedrights encodedRights linkedrights linkedRights ednote edNote ednotes edNotes advisory type signal signals editorialtypes',
  false,
)
const xmlElements = namesIn(
  'pubStatus embargoed expires usageTerms dataMining edNote itemClass signal rightsExpressionXML rightsExpressionData date.release date.expire doc.rights ed-msg StartDate EndDate startDate endDate Status StatusWillChange FutureStatus DateAndTime UsageType NewsItemType Instruction itemMetaExtProperty',
  true,
)
const xmlAttributes = namesIn(
  'qcode literal norm limitations startdate enddate startDate endDate FormalName management-status management-doc-idref management-idref-status',
  true,
)

interface Names {
  spellings: ReadonlySet<string>
  /** A letter that became a blank parts the rest of a name from it. */
  areParted: boolean
  /** All of them in lower case. */
  plain: ReadonlySet<string>
  /** Names met before: whether they are beyond doubt, whatever stands beside them. */
  met: Map<string, boolean>
}

/** Far more names than all formats have together; those of a flood of others are compared anew. */
const mostMet = 5000
/** The longest name that is remembered, in characters. */
const longestMet = 40

function namesIn(list: string, areParted: boolean): Names {
  const spellings = new Set(list.split(' '))
  const plain = new Set([...spellings].map((name) => name.toLowerCase()))
  return { spellings, areParted, plain, met: new Map() }
}

/** Names of other fields, and words of several languages, as long as one above and a letter apart. */
const others = new Set(
  'advisors code expired form formatname hype imagetype lateral liberal limitation node note signed state states statue statut storydate tape typo'.split(
    ' ',
  ),
)

/** Bytes are replaced on the way and not lost; so many letters of a name, by its length, may be others. */
const mayDiffer = (length: number): number => (length < 9 ? 1 : length < 14 ? 2 : 3)
/** The least length of a name that is compared: of three letters any two names are alike. */
const leastCompared = 4
/** The same of what is left of a name that a blank cut at one of its ends. */
const leastParted = 5

/** Why JSON looks damaged, in words for the desk; undefined where it does not. */
export function damageInJson(json: Json): string | undefined {
  return isSoundJson(json) ? undefined : doubtInJson(json)
}

/**
 * Whether all keys are beyond doubt, as in nearly every file. Keys and values have loops of their own:
 * one that asks for both and calls itself is compiled anew by V8 for nearly every file.
 */
function isSoundJson(json: Json): boolean {
  if (!holdsMore(json)) return true
  if (!Array.isArray(json)) {
    for (const key in json) if (!isBeyondDoubt(key, jsonNames)) return false
  }
  for (const value of Array.isArray(json) ? json : Object.values(json)) {
    if (holdsMore(value) && !isSoundJson(value)) return false
  }
  return true
}

/** Feeds close nothing. */
function doubtInJson(json: Json): string | undefined {
  if (Array.isArray(json)) return firstOf(json, doubtInJson)
  if (json === null || typeof json !== 'object' || isJsonFeed(json)) return undefined
  return misread(Object.keys(json), jsonNames) ?? firstOf(Object.values(json), doubtInJson)
}

/** The same of an XML tree, outside the text of its stories. */
export function damageInXml(root: Element): string | undefined {
  return isSoundXml(root) ? undefined : doubtInXml(root)
}

function isSoundXml(root: Element): boolean {
  const holds = holdsOf(root.name)
  if (holds === 'words') return true
  if (holds === 'elements' && strayText(root) !== undefined) return false
  for (const written of root.attributes.keys()) {
    if (!isBeyondDoubt(written, xmlAttributes)) return false
  }
  for (const child of root.children) {
    if (typeof child === 'string') continue
    if (!isBeyondDoubt(writtenName(child), xmlElements) || !isSoundXml(child)) return false
  }
  return true
}

function doubtInXml(root: Element): string | undefined {
  if (storyText.has(root.name.toLowerCase())) return undefined
  const children = elements(root)
  return (
    strayText(root) ??
    misread([...root.attributes.keys()], xmlAttributes) ??
    misread(children.map(writtenName), xmlElements) ??
    firstOf(children, doubtInXml)
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

type Holds = 'words' | 'elements' | 'either'

/** By the names of elements met before: what they may hold. */
const held = new Map<string, Holds>()

function holdsOf(name: string): Holds {
  const before = held.get(name)
  if (before !== undefined) return before
  const lower = name.toLowerCase()
  const holds = storyText.has(lower) ? 'words' : elementsOnly.has(lower) ? 'elements' : 'either'
  if (held.size < mostMet && name.length <= longestMet) held.set(apart(name), holds)
  return holds
}

function strayText({ name, children }: Element): string | undefined {
  if (!elementsOnly.has(name.toLowerCase())) return undefined
  const text = children.find((node) => typeof node === 'string' && node.trim() !== '')
  if (typeof text !== 'string') return undefined
  return `the file looks damaged: <${name}> has text where only fields may stand: "${text.trim().slice(0, 40)}"`
}

/** A colon where a letter was makes a prefix that nothing declares. */
function writtenName({ name, namespace }: Element): string {
  const isDeclared = namespace.length <= undeclared.length || !namespace.startsWith(undeclared)
  return isDeclared ? name : `${namespace.slice(undeclared.length)}:${name}`
}

const undeclared = 'urn:undeclared:'

/** A copy by itself: a piece of a text keeps the whole of it in memory. */
function apart(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}

/** Whether a name is one of those looked for, as somebody spells it, or not even like one of them. */
function isBeyondDoubt(given: string, names: Names): boolean {
  const before = names.met.get(given)
  if (before !== undefined) return before
  const lower = given.toLowerCase()
  const isSure = names.plain.has(lower)
    ? names.spellings.has(given) || isOneCase(given)
    : others.has(lower) || ![...names.plain].some((name) => isAlmost(lower, name, names))
  if (names.met.size < mostMet && given.length <= longestMet) names.met.set(apart(given), isSure)
  return isSure
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
