/**
 * Rights in ODRL, as RightsML has them: where, from when, until when and in which language a work may
 * be used. Only what is understood whole is taken for granted; an expression with anything beside
 * that stays what it is without us: terms that a person has to read.
 */
import { readInstant } from '../reading/fields/instants.ts'
import type { Deed } from './actions.ts'
import { deedOf, localOf } from './actions.ts'
import { countryIn } from './countries.ts'
import type { Constraint, Rule } from './rules.ts'
import { rulesIn } from './rules.ts'

/** What an expression lets us do. Several: all of them together. */
export interface RightsTerms {
  /** Country codes of two letters where alone it may be used. */
  onlyIn?: string[]
  /** And where not. */
  notIn?: string[]
  /** In which languages alone, by their primary tags. */
  languages?: string[]
  /** Not before this moment, ISO 8601 in UTC. */
  from?: string
  /** Nor after this one. */
  until?: string
  /** No summary may be drawn from a text. */
  noSummary?: true
  /** Nor smaller sizes from a picture, without which none is shown. */
  holdsPictures?: true
}

/** What an expression says; undefined where it says anything that is not understood. */
export function termsIn(expression: string): RightsTerms | undefined {
  const rules = rulesIn(expression)
  if (rules === undefined || rules.length === 0) return undefined
  const concerning = concerningUs(rules)
  const understood = concerning.map(termsOf)
  if (understood.some((one) => one === undefined)) return undefined
  const found = understood.filter((one) => one !== undefined)
  const of = (kind: Rule['kind']) => found.filter((_, at) => concerning[at]?.kind === kind)
  const terms = together(of('permission'), of('prohibition'))
  return terms && { ...terms, ...notToBeMadeOf(rules) }
}

/** The expression as one phrase of terms; undefined where it is not understood. */
export function phraseOf(expression: string): { words: string; terms: RightsTerms } | undefined {
  const terms = termsIn(expression)
  if (!terms) return undefined
  const { onlyIn, notIn, languages, from, until, noSummary, holdsPictures } = terms
  const parts = [
    onlyIn && `only in ${onlyIn.join(' ')}`,
    notIn && `not in ${notIn.join(' ')}`,
    languages && `only in the language ${languages.join(' ')}`,
    from && `not before ${from}`,
    until && `not after ${until}`,
    noSummary && 'no machine summary',
    holdsPictures && 'no picture in other sizes',
  ]
  const said = parts.filter(Boolean).join(' and ')
  return { words: `Rights expression: ${said || 'everywhere'}`, terms }
}

/** Whether a rule speaks of these deeds and of nothing else. */
function isOnlyOf({ actions, hasMore }: Rule, deeds: readonly Deed[]): boolean {
  const found = actions.map(deedOf)
  const isOne = (deed: Deed | undefined): boolean => deed !== undefined && deeds.includes(deed)
  return !hasMore && found.length > 0 && found.every(isOne)
}

const isToPublish = (action: string): boolean => deedOf(action) === 'publishes'

/** Rules about things that the site does not do, or leaves, say nothing about its publishing. */
function concerningUs(rules: readonly Rule[]): Rule[] {
  const mayPublish = rules.some(
    ({ kind, actions }) => kind === 'permission' && actions.some(isToPublish),
  )
  return rules.filter((rule) =>
    rule.kind === 'prohibition'
      ? !isOnlyOf(rule, ['never', 'derives', 'mines'])
      : !(mayPublish && isOnlyOf(rule, ['never', 'derives', 'mines', 'besides'])),
  )
}

/** What may not be made of a work: it is forbidden, or allowed on terms that nobody here can keep. */
function notToBeMadeOf(rules: readonly Rule[]): RightsTerms {
  const bound = rules.filter(
    ({ kind, constraints, duties }) =>
      kind === 'prohibition' || constraints.length > 0 || duties.some(isUnknownDuty),
  )
  const deeds = bound.flatMap((rule) =>
    rule.kind === 'prohibition' || !rule.actions.some(isToPublish) ? rule.actions.map(deedOf) : [],
  )
  return {
    ...(deeds.includes('derives') || deeds.includes('mines') ? { noSummary: true } : {}),
    ...(deeds.includes('derives') ? { holdsPictures: true } : {}),
  }
}

/** Every story and every picture is shown with its credit; what else is owed nobody here pays. */
function isUnknownDuty(duty: string): boolean {
  return localOf(duty) !== 'attribute'
}

/** A permission in one place is for that place alone, and a prohibition there for all others not. */
function termsOf({ kind, actions, constraints, duties, hasMore }: Rule): RightsTerms | undefined {
  if (hasMore || duties.some(isUnknownDuty)) return undefined
  // To be allowed something else than to publish is not yet to be allowed that.
  if (kind === 'permission' && !actions.some(isToPublish)) return undefined
  // What is forbidden everywhere is no matter of places; what is forbidden there and then is none of one.
  if (kind === 'prohibition' && (constraints.length !== 1 || duties.length > 0)) return undefined
  const limits = constraints.map((constraint) => limitOf(kind, constraint))
  if (limits.some((one) => one === undefined)) return undefined
  const said = limits.flatMap((one) => Object.keys(one ?? {}))
  const saysTwice =
    new Set(said).size < said.length || (said.includes('onlyIn') && said.includes('notIn'))
  return saysTwice ? undefined : (Object.assign({}, ...limits) as RightsTerms)
}

function limitOf(kind: Rule['kind'], constraint: Constraint): RightsTerms | undefined {
  const limits: Record<string, (kind: Rule['kind'], given: Constraint) => RightsTerms | undefined> =
    { spatial: placeOf, datetime: timeOf, language: languageOf }
  const name = localOf(constraint.name)
  return Object.hasOwn(limits, name) ? limits[name]?.(kind, constraint) : undefined
}

function placeOf(kind: Rule['kind'], { operator, operands }: Constraint): RightsTerms | undefined {
  const countries = operands.map(countryIn)
  const known = countries.filter((code) => code !== undefined)
  if (known.length === 0 || known.length < countries.length) return undefined
  const isThere = /^(?:eq|isanyof|ispartof)$/.test(localOf(operator))
  const isElsewhere = /^(?:neq|isnoneof)$/.test(localOf(operator))
  if (isThere === isElsewhere) return undefined
  return (kind === 'permission') === isThere ? { onlyIn: known } : { notIn: known }
}

/** A moment without a zone, or a day alone, is none that could be kept to. */
function timeOf(kind: Rule['kind'], { operator, operands }: Constraint): RightsTerms | undefined {
  const [text = '', ...more] = operands
  const instant = readInstant(text)
  if (more.length > 0 || !instant?.zoned || !instant.timed) return undefined
  const isAfter = /^gt(?:eq)?$/.test(localOf(operator))
  const isBefore = /^lt(?:eq)?$/.test(localOf(operator))
  if (isAfter === isBefore) return undefined
  return (kind === 'permission') === isAfter ? { from: instant.iso } : { until: instant.iso }
}

function languageOf(kind: Rule['kind'], given: Constraint): RightsTerms | undefined {
  const tags = given.operands.map((one) => /^[a-z]{2,3}(?=-|$)/.exec(localOf(one))?.[0])
  const known = tags.filter((tag) => tag !== undefined)
  const isIn = /^(?:eq|isanyof|ispartof)$/.test(localOf(given.operator))
  return kind === 'permission' && isIn && known.length > 0 && known.length === tags.length
    ? { languages: unique(known) }
    : undefined
}

/** Several permissions are as many places: one that names none is for everywhere. */
function together(permitted: RightsTerms[], prohibited: RightsTerms[]): RightsTerms | undefined {
  const isSeveral = permitted.length > 1
  if (isSeveral && permitted.some((one) => one.notIn ?? one.languages ?? one.from ?? one.until))
    return undefined
  const only =
    permitted.every(({ onlyIn }) => onlyIn) && permitted.flatMap((one) => one.onlyIn ?? [])
  const further = prohibited.flatMap((one) => (one.onlyIn ? [one.onlyIn] : []))
  const onlyIn = [...(only && only.length > 0 ? [only] : []), ...further]
  if (onlyIn.length > 1) return undefined
  const all = [...prohibited, ...(isSeveral ? [] : permitted)]
  const notIn = all.flatMap((one) => one.notIn ?? [])
  const languages = all.find((one) => one.languages)?.languages
  const from = all
    .flatMap((one) => one.from ?? [])
    .sort()
    .at(-1)
  const until = all.flatMap((one) => one.until ?? []).sort()[0]
  return {
    ...(onlyIn[0] === undefined ? {} : { onlyIn: unique(onlyIn[0]) }),
    ...(notIn.length === 0 ? {} : { notIn: unique(notIn) }),
    ...(languages === undefined ? {} : { languages }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  }
}

const unique = (list: string[]): string[] => [...new Set(list)].sort()
