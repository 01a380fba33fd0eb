/**
 * Rights in ODRL, as RightsML has them, in XML or JSON: where a work may be used. Only what is
 * understood whole is taken for granted; an expression with anything beside places stays what it
 * is without us: terms that a person has to read.
 */
import type { Json, JsonObject } from '../reading/json.ts'
import { asList, asObject, parseJson, textAt } from '../reading/json.ts'
import { NotReadable } from '../xml/not-readable.ts'
import type { Element } from '../xml/xml-tree.ts'
import { all, attribute, elements } from '../xml/xml-tree.ts'
import { parseXml } from '../xml/xml.ts'
import { countryIn } from './countries.ts'

/** Country codes of two letters. Both: the one without the other. */
export interface Territory {
  onlyIn?: string[]
  notIn?: string[]
}

interface Rule {
  kind: 'permission' | 'prohibition'
  actions: string[]
  constraints: { name: string; operator: string; operands: string[] }[]
  /** There is something in it that is not understood here, such as a duty. */
  hasMore: boolean
}

/** The territory that an expression names; undefined where it says anything that is not understood. */
export function territoryIn(expression: string): Territory | undefined {
  const rules = rulesIn(expression)
  if (rules === undefined || rules.length === 0) return undefined
  const territories = rules.map(territoryOf)
  if (territories.some((one) => one === undefined)) return undefined
  const found = territories.filter((one) => one !== undefined)
  const permitted = found.flatMap((one, at) => (rules[at]?.kind === 'permission' ? [one] : []))
  // Several permissions are as many places: one that names none is for everywhere.
  const only =
    permitted.every(({ onlyIn }) => onlyIn) && permitted.flatMap((one) => one.onlyIn ?? [])
  const prohibited = found.filter((_, at) => rules[at]?.kind === 'prohibition')
  const further = prohibited.flatMap((one) => (one.onlyIn ? [one.onlyIn] : []))
  const onlyIn = [...(only && only.length > 0 ? [only] : []), ...further]
  const excepted = permitted.length === 1 ? (permitted[0]?.notIn ?? []) : []
  const isMixed = permitted.length > 1 && permitted.some(({ notIn }) => notIn)
  if (isMixed || onlyIn.length > 1) return undefined
  const notIn = [...prohibited.flatMap((one) => one.notIn ?? []), ...excepted]
  return {
    ...(onlyIn[0] === undefined ? {} : { onlyIn: unique(onlyIn[0]) }),
    ...(notIn.length === 0 ? {} : { notIn: unique(notIn) }),
  }
}

/** The expression as one phrase of terms; undefined where it is not understood. */
export function phraseOf(expression: string): { words: string; territory: Territory } | undefined {
  const territory = territoryIn(expression)
  if (!territory) return undefined
  const { onlyIn, notIn } = territory
  const parts = [onlyIn && `only in ${onlyIn.join(' ')}`, notIn && `not in ${notIn.join(' ')}`]
  const said = parts.filter(Boolean).join(' and ')
  return { words: `Rights expression: ${said || 'everywhere'}`, territory }
}

const unique = (list: string[]): string[] => [...new Set(list)].sort()

/** A permission in one place is for that place alone, and a prohibition there for all others not. */
function territoryOf({ kind, actions, constraints, hasMore }: Rule): Territory | undefined {
  if (hasMore || constraints.length > 1) return undefined
  // To be allowed something else than to publish is not yet to be allowed that.
  if (kind === 'permission' && !actions.some((action) => publishing.test(localOf(action))))
    return undefined
  const [constraint] = constraints
  // What is forbidden everywhere is not a matter of places.
  if (!constraint) return kind === 'permission' ? {} : undefined
  const { name, operator, operands } = constraint
  const countries = operands.map(countryIn)
  const known = countries.filter((code) => code !== undefined)
  if (localOf(name) !== 'spatial' || known.length === 0 || known.length < countries.length)
    return undefined
  const isThere = /^(?:eq|isanyof|ispartof)$/.test(localOf(operator))
  const isElsewhere = /^(?:neq|isnoneof)$/.test(localOf(operator))
  if (isThere === isElsewhere) return undefined
  return (kind === 'permission') === isThere ? { onlyIn: known } : { notIn: known }
}

const publishing = /^(?:use|distribute|publish|display|present|reproduce)$/

function localOf(address: string): string {
  return address.replace(/^.*[/:#]/, '').toLowerCase()
}

function rulesIn(expression: string): Rule[] | undefined {
  const text = expression.trim()
  try {
    return text.startsWith('<') ? rulesInXml(parseXml(text)) : rulesInJson(parseJson(text))
  } catch (error) {
    if (error instanceof NotReadable) return undefined
    throw error
  }
}

function rulesInXml(policy: Element): Rule[] | undefined {
  if (policy.name.toLowerCase() !== 'policy') return undefined
  const rules = elements(policy)
  const parts = new Set(['asset', 'action', 'constraint', 'party'])
  return rules.map((rule) => ({
    kind: rule.name.toLowerCase() === 'prohibition' ? 'prohibition' : 'permission',
    actions: all(rule, 'action').map((one) => attribute(one, 'name') ?? ''),
    constraints: all(rule, 'constraint').map((one) => ({
      name: attribute(one, 'name') ?? '',
      operator: attribute(one, 'operator') ?? '',
      operands: listed(attribute(one, 'rightOperand')),
    })),
    hasMore:
      !/^(?:permission|prohibition)$/i.test(rule.name) ||
      elements(rule).some(({ name }) => !parts.has(name.toLowerCase())),
  }))
}

const partsOfPolicy =
  /^(?:@context|@type|type|policytype|uid|policyid|@id|profile|permissions?|prohibitions?|target|assigner|assignee)$/i
const partsOfRule = /^(?:target|action|assigner|assignee|constraints?|uid|@type)$/i

function rulesInJson(json: Json): Rule[] | undefined {
  const policy = asObject(json)
  if (!policy || !Object.keys(policy).every((key) => partsOfPolicy.test(key))) return undefined
  const of = (kind: Rule['kind']) =>
    [...asList(policy[kind]), ...asList(policy[`${kind}s`])].map((rule) => ruleOf(kind, rule))
  return [...of('permission'), ...of('prohibition')]
}

function ruleOf(kind: Rule['kind'], json: Json): Rule {
  const rule = asObject(json) ?? {}
  const constraints = [...asList(rule['constraint']), ...asList(rule['constraints'])].map(asObject)
  return {
    kind,
    actions: asList(rule['action']).flatMap(operandsIn),
    constraints: constraints.map((one) => ({
      name: textAt(one, 'name') ?? textAt(one, 'leftOperand') ?? '',
      operator: textAt(one, 'operator') ?? '',
      operands: asList(one?.['rightOperand'] ?? one?.['rightoperand']).flatMap(operandsIn),
    })),
    hasMore:
      asObject(json) === undefined || !Object.keys(rule).every((key) => partsOfRule.test(key)),
  }
}

function operandsIn(value: Json): string[] {
  const id = (one: JsonObject | undefined) => textAt(one, '@id') ?? textAt(one, '@value')
  return listed(typeof value === 'string' ? value : id(asObject(value)))
}

function listed(text: string | undefined): string[] {
  return text === undefined ? [''] : text.split(/[\s,]+/).filter(Boolean)
}
