/** The rules of a rights expression, ODRL in XML or JSON, before anybody asks what they mean. */
import type { Json, JsonObject } from '../reading/json.ts'
import { asList, asObject, parseJson, textAt } from '../reading/json.ts'
import { NotReadable } from '../xml/not-readable.ts'
import type { Element } from '../xml/xml-tree.ts'
import { all, attribute, elements } from '../xml/xml-tree.ts'
import { parseXml } from '../xml/xml.ts'

export interface Rule {
  kind: 'permission' | 'prohibition'
  actions: string[]
  constraints: Constraint[]
  /** What must be done for it; an empty one is a duty that is not understood. */
  duties: string[]
  /** There is something in it that is not understood here. */
  hasMore: boolean
}

export interface Constraint {
  name: string
  operator: string
  operands: string[]
}

/** The rules of an expression in XML or JSON; undefined where it is neither, or no policy. */
export function rulesIn(expression: string): Rule[] | undefined {
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
  const parts = new Set(['asset', 'action', 'constraint', 'party', 'duty'])
  return rules.map((rule) => ({
    kind: rule.name.toLowerCase() === 'prohibition' ? 'prohibition' : 'permission',
    actions: all(rule, 'action').map((one) => attribute(one, 'name') ?? ''),
    constraints: all(rule, 'constraint').map((one) => ({
      name: attribute(one, 'name') ?? '',
      operator: attribute(one, 'operator') ?? '',
      operands: listed(attribute(one, 'rightOperand')),
    })),
    duties: all(rule, 'duty').flatMap((duty) => {
      const known = elements(duty).every(({ name }) => /^(?:action|asset|party)$/i.test(name))
      return known ? all(duty, 'action').map((one) => attribute(one, 'name') ?? '') : ['']
    }),
    hasMore:
      !/^(?:permission|prohibition)$/i.test(rule.name) ||
      elements(rule).some(({ name }) => !parts.has(name.toLowerCase())),
  }))
}

const partsOfPolicy =
  /^(?:@context|@type|type|policytype|uid|policyid|@id|profile|permissions?|prohibitions?|target|assigner|assignee)$/i
const partsOfRule = /^(?:target|action|assigner|assignee|constraints?|dut(?:y|ies)|uid|@type)$/i
const partsOfDuty = /^(?:target|action|assigner|assignee|attribut(?:ed|ing)Party|uid|@type)$/i

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
    duties: [...asList(rule['duty']), ...asList(rule['duties'])].flatMap((one) => {
      const duty = asObject(one)
      const isKnown = duty && Object.keys(duty).every((key) => partsOfDuty.test(key))
      return isKnown ? asList(duty['action']).flatMap(operandsIn) : ['']
    }),
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
