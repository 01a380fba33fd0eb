/** Subjects, people and places of ninjs: `{code, scheme, name}` in 1.x, `{uri, name}` later. */
import type { Concept, WireItem } from '../../item.ts'
import type { Json, JsonObject } from '../../reading/json.ts'
import { asList, asObject, asText, textAt } from '../../reading/json.ts'
import type { Named } from '../../reading/fields/subjects.ts'
import { addConcept, addKeyword, conceptAt, conceptOf } from '../../reading/fields/subjects.ts'

const lists = [
  ['subjects', 'subject'],
  ['people', 'person'],
  ['organisations', 'organisation'],
  ['places', 'place'],
  ['genres', 'genre'],
] as const

export function readConcepts(out: WireItem, json: JsonObject): void {
  for (const [key, single] of lists) {
    for (const one of [...asList(json[key]), ...asList(json[single])]) {
      addConcept(out, key, conceptFrom(one))
    }
  }
  for (const word of [...asList(json['keywords']), ...asList(json['keyword'])]) {
    addKeyword(out, asText(word))
  }
}

function conceptFrom(one: Json): Concept {
  const object = asObject(one)
  const named: Named = {
    name: textAt(object, 'name') ?? asText(one),
    rel: textAt(object, 'rel'),
    creator: textAt(object, 'creator'),
  }
  const uri = textAt(object, 'uri')
  const scheme = textAt(object, 'scheme')
  const code = textAt(object, 'qcode') ?? textAt(object, 'code') ?? textAt(object, 'literal')
  const concept = conceptFor({ uri, scheme, code }, named)
  const stated = code ?? (concept.uri === uri ? undefined : uri)
  if (stated !== undefined) concept.code = stated
  if (scheme !== undefined) concept.scheme = scheme
  return concept
}

/** Of the 17 subjects with three digits each for matter and detail, or a Media Topic. */
const isNewsCode = /^(?:0[1-9]|1[0-7])\d{6}$|^2000[01]\d{3}$/

interface Stated {
  uri: string | undefined
  scheme: string | undefined
  code: string | undefined
}

function conceptFor({ uri, scheme, code }: Stated, named: Named): Concept {
  const number = /(?:^|[:/])(\d{8})$/.exec(uri ?? code ?? '')?.[1]
  const vocabulary = uri ?? scheme ?? ''
  // TT keeps IPTC's Subject Codes in a scheme of its own.
  if (number !== undefined && /\/subref\//.test(vocabulary)) {
    return conceptOf(`subref:${number}`, named)
  }
  if (number !== undefined && /mediatopic/.test(vocabulary)) {
    return conceptOf(`medtop:${number}`, named)
  }
  // NTB writes Subject Codes bare, others Media Topics.
  if (uri === undefined && scheme === undefined && isNewsCode.test(code ?? ''))
    return conceptOf(`subj:${code ?? ''}`, named)
  return uri === undefined ? conceptOf(code, named) : conceptAt(uri, named)
}
