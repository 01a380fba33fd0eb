/**
 * NewsCodes: qcodes to the addresses that ninjs uses, IPTC's old Subject Codes, and Media Topics that
 * it has retired. Where a Media Topic in use means the same as a code it takes its place; otherwise the
 * code stays what it is, and the nearest topic above it comes beside it.
 */
import type { Concept, WireItem } from '../../item.ts'
import { broaderTopicFor, topicFor } from '../../topics/media-topics.ts'
import { storableLine } from '../../markup/storable-text.ts'

const mediaTopics = 'http://cv.iptc.org/newscodes/mediatopic/'
const mediaTopicsInUse = `${mediaTopics}2`
const subjectCodes = 'http://cv.iptc.org/newscodes/subjectcode/'

/** The aliases of the IPTC catalog that name what a text is about or what it is. */
const schemes = new Map([
  ['medtop', mediaTopics],
  ['subj', subjectCodes],
  ['subjectcode', subjectCodes],
  ['genre', 'http://cv.iptc.org/newscodes/genre/'],
  ['dst', 'http://cv.iptc.org/newscodes/digitalsourcetype/'],
  ['digsrctype', 'http://cv.iptc.org/newscodes/digitalsourcetype/'],
])

/** IPTC's Subject Codes under its own alias and under those of STT and TT, who translated them. */
const isSubjectCode = /^(?:stt|tt)?subj(?:ectcode)?$|^subref$/i

export interface Named {
  name?: string | undefined
  uri?: string | undefined
  rel?: string | undefined
  creator?: string | undefined
  confidence?: number | undefined
  relevance?: number | undefined
}

/** A concept by its qcode, `medtop:20000523` or a provider's own. */
export function conceptOf(qcode: string | undefined, named: Named = {}): Concept {
  const concept: Concept = {}
  const written = storableLine(qcode)
  // NTB and TT write Media Topics, which begin with 2, under the alias of the Subject Codes.
  const code = written?.replace(/^(?:tt)?(?:subj(?:ectcode)?|subref):(?=2\d{7}$)/i, 'medtop:')
  const colon = code?.indexOf(':') ?? -1
  const alias = code?.slice(0, Math.max(0, colon)) ?? ''
  const local = colon < 0 ? '' : (code?.slice(colon + 1) ?? '')
  const isSubject = isSubjectCode.test(alias)
  const isOld = isSubject && /^\d{8}$/.test(local)
  const isWord = isSubject && !/^\d+$/.test(local)
  const known = alias.toLowerCase()
  const scheme = isOld ? subjectCodes : isWord ? undefined : schemes.get(known)
  const isTopic = known === 'medtop' && /^2\d{7}$/.test(local)
  const topic = isOld || isTopic ? topicFor(local) : undefined
  if (code !== undefined && topic !== undefined) {
    concept.uri = mediaTopics + topic.code
    const name = named.name ?? topic.name
    if (name !== undefined) concept.name = name
    concept.code = code
  } else if (code !== undefined && scheme !== undefined) {
    concept.uri = scheme + local
    if (alias !== 'medtop') concept.code = code
  } else if (code !== undefined) concept.code = code
  return withNamed(concept, named)
}

/** Beside each code without a Media Topic in use that means the same, the one that is next above it. */
export function addBroaderTopics({ subjects }: WireItem): void {
  for (const { uri } of [...subjects]) {
    if (!uri?.startsWith(subjectCodes) && !uri?.startsWith(mediaTopicsInUse)) continue
    const topic = broaderTopicFor(localPart(uri))
    if (topic === undefined || subjects.length >= MAX_CONCEPTS) continue
    const { name } = topic
    const broader = mediaTopics + topic.code
    if (subjects.some((one) => one.uri === broader)) continue
    subjects.push({ uri: broader, ...(name === undefined ? {} : { name }) })
  }
}

/** An old Subject Code by its eight digits. */
export function subjectCode(number: string, name?: string): Concept {
  return conceptOf(`subj:${number.padStart(8, '0')}`, { name })
}

/** A NewsCode by its address; a qcode in its place is taken as such. */
export function conceptAt(uri: string | undefined, named: Named = {}): Concept {
  const address = asQcode(storableLine(uri))
  if (address !== undefined && !/^[a-z]+:\/\//i.test(address) && /^\w+:[^/]/.test(address)) {
    const concept = conceptOf(address, named)
    return concept.uri === undefined ? withNamed({ uri: address }, named) : concept
  }
  return withNamed(address === undefined ? {} : { uri: address }, named)
}

/** What is given beside a code takes the place of what the code says. */
function withNamed(
  concept: Concept,
  { name, uri, rel, creator, confidence, relevance }: Named,
): Concept {
  const line = storableLine(name)
  if (line !== undefined) concept.name = line
  if (uri) concept.uri = uri
  if (rel) concept.rel = rel
  if (creator) concept.creator = creator
  if (confidence !== undefined) concept.confidence = confidence
  if (relevance !== undefined) concept.relevance = relevance
  return concept
}

/** Addresses of codes that another topic may stand for are read as qcodes are. */
function asQcode(address: string | undefined): string | undefined {
  return address
    ?.replace(/^https?:\/\/cv\.iptc\.org\/newscodes\/subjectcode\/(?=\d{8}$)/i, 'subj:')
    .replace(/^https?:\/\/cv\.iptc\.org\/newscodes\/mediatopic\/(?=2\d{7}$)/i, 'medtop:')
}

/** The richest sample names 60 subjects; the list is searched for each that is added. */
const MAX_CONCEPTS = 500

type ListKey = 'subjects' | 'people' | 'organisations' | 'places' | 'genres'

/** Adds a concept once; one without name and code is none. */
export function addConcept(item: WireItem, key: ListKey, concept: Concept): void {
  const { uri, code, name } = concept
  if (uri === undefined && code === undefined && name === undefined) return
  const list = (item[key] ??= [])
  if (list.length >= MAX_CONCEPTS) return
  const same = list.some((one) => one.uri === uri && one.code === code && one.name === name)
  if (!same) list.push(concept)
}

export function addKeyword(item: WireItem, keyword: string | undefined): void {
  const line = storableLine(keyword)
  const list = (item.keywords ??= [])
  if (line !== undefined && list.length < MAX_CONCEPTS && !list.includes(line)) list.push(line)
  if (list.length === 0) delete item.keywords
}

/** The part of a qcode after its alias, or of a NewsCodes address after its last slash. */
export function localPart(code: string | undefined): string {
  if (code === undefined) return ''
  return code.slice(Math.max(code.lastIndexOf(':'), code.lastIndexOf('/')) + 1)
}
