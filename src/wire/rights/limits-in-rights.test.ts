/** Rights expressions beyond places, in both notations; every policy is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onBothEngines } from '../../../test/database/engines.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import {
  association,
  jpeg,
  pictured,
  pictureServer,
  workPictures,
} from '../../../test/site/picture-world.ts'
import { wireFile } from '../../../test/data/wire-file.ts'
import { openDueArticles } from '../../articles/articles.ts'
import { termsIn } from './rights-expression.ts'

const odrl = 'http://www.w3.org/ns/odrl/2'
const page = '/articles/keepers-return-to-light-skerry-point-by-hand'

/** One rule of invented policies: `action`, its constraints as `name operator operand`, its duties. */
interface Drawn {
  kind?: 'permission' | 'prohibition'
  action?: string
  limits?: string[]
  duty?: string
}

const limitsOf = ({ limits = [] }: Drawn) => limits.map((limit) => limit.split(' '))

/** The same policy in XML and in JSON. */
function policies(...rules: Drawn[]): string[] {
  const drawn = rules.map((rule) => {
    const { kind = 'permission', action = 'distribute', duty } = rule
    const constraints = limitsOf(rule).map(
      ([name, operator, operand]) =>
        `<o:constraint name="${odrl}/${name}" operator="${odrl}/${operator}" rightOperand="${operand}"/>`,
    )
    const owed = duty
      ? `<o:duty><o:action name="${odrl}/${duty}"/><o:party uid="urn:x:meridian" function="${odrl}/attributedParty"/></o:duty>`
      : ''
    return `<o:${kind}><o:asset uid="urn:x:1"/><o:action name="${odrl}/${action}"/>${constraints.join('')}${owed}</o:${kind}>`
  })
  const inJson: Record<string, unknown> = { policytype: `${odrl}/Set`, policyid: 'urn:x:policy' }
  for (const rule of rules) {
    const { kind = 'permission', action = 'distribute', duty } = rule
    const constraints = limitsOf(rule).map(([name, operator, operand]) => ({
      leftOperand: `${odrl}/${name}`,
      operator: `${odrl}/${operator}`,
      rightOperand: { '@value': operand },
    }))
    const owed = duty ? { duty: [{ action: `${odrl}/${duty}`, attributedParty: 'urn:x' }] } : {}
    const list = (inJson[kind] ?? []) as object[]
    inJson[kind] = [
      ...list,
      { target: 'urn:x:1', action: `${odrl}/${action}`, constraints, ...owed },
    ]
  }
  const inXml = `<o:Policy xmlns:o="${odrl}/" uid="urn:x:policy">${drawn.join('')}</o:Policy>`
  return [inXml, JSON.stringify(inJson)]
}

const noon = '2030-05-01T12:00:00Z'
const utcNoon = '2030-05-01T12:00:00.000Z'
const never = { kind: 'prohibition' } as const

const understood: [string, Drawn[], object][] = [
  ['a permission without limits', [{}], {}],
  ['a credit that is owed', [{ duty: 'attribute' }], {}],
  [
    'a credit, in one country',
    [{ duty: 'attribute', limits: ['spatial eq country:DEU'] }],
    { onlyIn: ['DE'] },
  ],
  ['no print', [{ ...never, action: 'print' }], {}],
  [
    'no print anywhere, and the web in one country',
    [
      { ...never, action: 'print', limits: ['spatial eq country:AUT'] },
      { limits: ['spatial eq country:DEU'] },
    ],
    { onlyIn: ['DE'] },
  ],
  ['no sale besides a permission', [{}, { ...never, action: 'sell' }], {}],
  [
    'an archive besides a permission',
    [{}, { action: 'archive', limits: ['dateTime lt soon'] }],
    {},
  ],
  ['from a moment on', [{ limits: [`dateTime gteq ${noon}`] }], { from: utcNoon }],
  ['until a moment', [{ limits: ['dateTime lt 2030-05-01T14:00:00+02:00'] }], { until: utcNoon }],
  [
    'not before a moment',
    [{}, { ...never, action: 'distribute', limits: [`dateTime lt ${noon}`] }],
    { from: utcNoon },
  ],
  [
    'not after a moment',
    [{}, { ...never, action: 'distribute', limits: [`dateTime gt ${noon}`] }],
    { until: utcNoon },
  ],
  [
    'the later beginning and the earlier end',
    [
      { limits: [`dateTime gt ${noon}`, 'dateTime lt 2030-06-01T00:00:00Z'] },
      { ...never, action: 'use', limits: ['dateTime lt 2030-05-02T00:00:00Z'] },
      { ...never, action: 'use', limits: ['dateTime gt 2030-05-03T00:00:00Z'] },
    ],
    { from: '2030-05-02T00:00:00.000Z', until: '2030-05-03T00:00:00.000Z' },
  ],
  [
    'a place and a time',
    [{ limits: ['spatial eq country:DEU', `dateTime gt ${noon}`] }],
    { onlyIn: ['DE'], from: utcNoon },
  ],
  [
    'to derive, to translate and to share as well',
    [{}, { action: 'derive' }, { action: 'translate' }, { action: 'share' }],
    {},
  ],
  ['to derive as well, for a credit', [{}, { action: 'derive', duty: 'attribute' }], {}],
  ['not to translate', [{}, { ...never, action: 'translate' }], {}],
  ['not to derive', [{}, { ...never, action: 'derive' }], { noSummary: true, holdsPictures: true }],
  [
    'not to derive in one country',
    [{}, { ...never, action: 'derive', limits: ['spatial eq country:DEU'] }],
    { noSummary: true, holdsPictures: true },
  ],
  [
    'to derive for money',
    [{}, { action: 'derive', duty: 'pay' }],
    { noSummary: true, holdsPictures: true },
  ],
  [
    'not to mine',
    [{ limits: ['spatial eq DE'] }, { ...never, action: 'mine' }],
    { onlyIn: ['DE'], noSummary: true },
  ],
  ['to mine for money', [{}, { action: 'mine', duty: 'obtainConsent' }], { noSummary: true }],
  ['not to extract', [{}, { ...never, action: 'extract' }], { noSummary: true }],
  ['a language', [{ limits: ['language eq en'] }], { languages: ['en'] }],
  ['languages', [{ limits: ['language isAnyOf de-AT,en'] }], { languages: ['de', 'en'] }],
]
for (const [what, rules, terms] of understood) {
  test(`a rights expression is understood: ${what}`, () => {
    for (const expression of policies(...rules))
      assert.deepEqual(termsIn(expression), terms, expression)
  })
}

const notUnderstood: [string, Drawn[]][] = [
  ['only a permission to print', [{ action: 'print' }]],
  ['only a permission to archive', [{ action: 'archive' }]],
  ['a permission of something unknown beside one', [{}, { action: 'distribxte' }]],
  ['a prohibition of what editors may do', [{}, { ...never, action: 'modify' }]],
  ['a prohibition of what a site may earn', [{}, { ...never, action: 'commercialize' }]],
  ['a prohibition of something unknown', [{}, { ...never, action: 'frobnicate' }]],
  ['only a permission to derive', [{ action: 'derive' }]],
  ['a prohibition to publish, everywhere', [{}, { ...never, action: 'publish' }]],
  ['a payment that is owed', [{ duty: 'pay' }]],
  ['a moment without a zone', [{ limits: ['dateTime gt 2030-05-01T12:00:00'] }]],
  ['a day', [{ limits: ['dateTime gt 2030-05-01'] }]],
  ['no moment', [{ limits: ['dateTime gt tonight'] }]],
  ['exactly one moment', [{ limits: [`dateTime eq ${noon}`] }]],
  [
    'a time in one place that is forbidden',
    [{}, { ...never, action: 'use', limits: ['spatial eq country:DEU', `dateTime lt ${noon}`] }],
  ],
  ['two beginnings in one rule', [{ limits: [`dateTime gt ${noon}`, `dateTime gteq ${noon}`] }]],
  [
    'a time in one of two permissions',
    [{ limits: [`dateTime gt ${noon}`] }, { limits: ['spatial eq country:DEU'] }],
  ],
  ['a language that is forbidden', [{}, { ...never, action: 'use', limits: ['language eq en'] }]],
  ['all languages but one', [{ limits: ['language neq en'] }]],
  ['a number of uses', [{ limits: ['count lteq 3'] }]],
]
for (const [what, rules] of notUnderstood) {
  test(`a rights expression stays for a person: ${what}`, () => {
    for (const expression of policies(...rules))
      assert.equal(termsIn(expression), undefined, expression)
  })
}

function expressed(expression: string, more = {}): string {
  const inXml = `<rightsExpressionXML langid="${odrl}/">${expression}</rightsExpressionXML></rightsInfo>`
  return wireFile(more).replace('</rightsInfo>', inXml)
}

onBothEngines('rules 13 and 26: the times of a rights expression are kept to', async ({ open }) => {
  const engine = await open()
  const { ingest, get, clock, house } = newsroomOn(engine)
  const [expression = ''] = policies({
    limits: ['dateTime gteq 2026-05-04T13:00:00Z', 'dateTime lt 2026-05-04T14:00:00Z'],
  })
  assert.equal((await ingest(expressed(expression), 'meridian'))[0]?.outcome, 'embargoed')
  const statusAt = async (time: string) => {
    clock.now = new Date(`2026-05-04T${time}Z`)
    await openDueArticles(engine, clock.now)
    house.pages.forgetAll()
    return (await get(page)).status
  }
  assert.equal(await statusAt('12:59:59'), 404)
  assert.equal(await statusAt('13:00:00'), 200)
  assert.equal(await statusAt('14:00:00'), 410)
  await engine.close()
})

onBothEngines(
  'rule 12: a story is shown in the language that its rights name',
  async ({ open }) => {
    const engine = await open()
    const { ingest } = newsroomOn(engine)
    const outcome = async (language: string, more: object) => {
      const [expression = ''] = policies({ limits: [`language eq ${language}`] })
      return (await ingest(expressed(expression, more), 'meridian'))[0]
    }
    assert.equal((await outcome('en', {}))?.outcome, 'published')
    const held = await outcome('fr', { guid: 'urn:x:2', headline: 'Elsewhere' })
    assert.equal(held?.outcome, 'held')
    assert.match(held?.reason ?? '', /only in the language fr/)
    await engine.close()
  },
)

onBothEngines(
  'rule 23: a text that must not be derived from is shown without a summary',
  async ({ open }) => {
    const { ingest, get } = newsroomOn(await open())
    const isOff = async (slug: string): Promise<boolean> => {
      const answer = await get(`/articles/${slug}`)
      assert.equal(answer.status, 200)
      return (await answer.text()).includes('No machine summary is made of this story.')
    }
    const [free = ''] = policies({}, { action: 'derive' })
    await ingest(expressed(free), 'meridian')
    assert.equal(await isOff('keepers-return-to-light-skerry-point-by-hand'), false)
    const [bound = ''] = policies({}, { ...never, action: 'derive' })
    const more = { guid: 'urn:x:2', headline: 'Elsewhere they do not' }
    assert.equal((await ingest(expressed(bound, more), 'meridian'))[0]?.outcome, 'published')
    assert.equal(await isOff('elsewhere-they-do-not'), true)
  },
)

onBothEngines(
  'rule 25: a picture that must not be derived from is not shown in sizes of ours',
  async ({ open }, t) => {
    const newsroom = newsroomOn(await open())
    const server = await pictureServer(t)
    server.at.set('/ferry.jpg', await jpeg(1200, 800))
    for (const [kind, isShown] of [
      ['permission', true],
      ['prohibition', false],
    ] as const) {
      const [, encodedRights = ''] = policies({}, { kind, action: 'derive' })
      const given = association(`${server.origin}/ferry.jpg`, { rightsInfo: { encodedRights } })
      await newsroom.ingest(pictured([given], { version: isShown ? 1 : 2 }))
      await workPictures(newsroom, server.outgoing)
      newsroom.house.pages.forgetAll()
      const page = await (await newsroom.get('/articles/the-island-ferry-runs-again')).text()
      assert.equal(page.includes('<figure'), isShown, kind)
    }
  },
)

onBothEngines('rule 25: a picture keeps to the times of its rights', async ({ open }, t) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const server = await pictureServer(t)
  server.at.set('/ferry.jpg', await jpeg(1200, 800))
  const [, encodedRights = ''] = policies({
    limits: ['dateTime gteq 2026-05-04T13:00:00Z', 'dateTime lt 2026-05-04T14:00:00Z'],
  })
  const rightsInfo = { encodedRights }
  await newsroom.ingest(pictured([association(`${server.origin}/ferry.jpg`, { rightsInfo })]))
  const isShownAt = async (time: string) => {
    newsroom.clock.now = new Date(`2026-05-04T${time}Z`)
    await workPictures(newsroom, server.outgoing)
    newsroom.house.pages.forgetAll()
    const text = await (await newsroom.get('/articles/the-island-ferry-runs-again')).text()
    return text.includes('<figure')
  }
  assert.equal(await isShownAt('12:30:00'), false)
  assert.equal(await isShownAt('13:00:01'), true)
  assert.equal(await isShownAt('14:00:01'), false)
  await engine.close()
})
