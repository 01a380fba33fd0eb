import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onBothEngines } from '../../../test/database/engines.ts'
import type { Newsroom } from '../../../test/site/newsroom.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import {
  association,
  jpeg,
  pictured,
  pictureServer,
  workPictures,
} from '../../../test/site/picture-world.ts'
import { wireFile } from '../../../test/data/wire-file.ts'
import { intakeOf } from '../../intake-tools.ts'
import { runNext } from '../../jobs/jobs.ts'
import { setTerritories, usageWorker } from '../wire.ts'
import { countryIn } from './countries.ts'
import { termsIn } from './rights-expression.ts'

const iso = 'http://cvx.iptc.org/iso3166-1a3'
const odrl = 'http://www.w3.org/ns/odrl/2'

type Place = [kind: 'permission' | 'prohibition', operator: string, country: string]

function xml(...rules: Place[]): string {
  const drawn = rules.map(
    ([kind, operator, country]) =>
      `<o:${kind}><o:asset uid="urn:x:1"/><o:action name="${odrl}/distribute"/><o:constraint name="${odrl}/spatial" operator="${odrl}/${operator}" rightOperand="${iso}/${country}"/><o:party uid="urn:x:meridian" function="${odrl}/assigner"/></o:${kind}>`,
  )
  return `<o:Policy xmlns:o="${odrl}/" uid="urn:x:policy" type="${odrl}/Set">${drawn.join('')}</o:Policy>`
}

function json([kind, operator, country]: Place, more: object = {}): string {
  const constraints = [
    { name: `${odrl}/spatial`, operator: `${odrl}/${operator}`, rightOperand: `${iso}/${country}` },
  ]
  const rule = { target: 'urn:x:1', action: `${odrl}/distribute`, constraints, ...more }
  return JSON.stringify({
    policytype: `${odrl}/Set`,
    policyid: 'urn:x:policy',
    [`${kind}s`]: [rule],
  })
}

test('a country is known by its two letters and by its three', () => {
  assert.deepEqual([`${iso}/DEU`, 'country:GB', 'IRL'].map(countryIn), ['DE', 'GB', 'IE'])
  assert.deepEqual(
    [`${iso}/XYZ`, 'urn:x', 'http://x.example/europe', ''].map(countryIn),
    Array(4).fill(undefined),
  )
})

test('a territory is read from permissions and prohibitions, in XML and in JSON', () => {
  const expected: [string, object][] = [
    [xml(['permission', 'eq', 'DEU']), { onlyIn: ['DE'] }],
    [xml(['permission', 'neq', 'DEU']), { notIn: ['DE'] }],
    [xml(['prohibition', 'eq', 'DEU']), { notIn: ['DE'] }],
    [xml(['prohibition', 'neq', 'DEU']), { onlyIn: ['DE'] }],
    [xml(['permission', 'eq', 'DEU'], ['permission', 'eq', 'AUT']), { onlyIn: ['AT', 'DE'] }],
    [
      xml(['permission', 'eq', 'DEU'], ['prohibition', 'eq', 'AUT']),
      { onlyIn: ['DE'], notIn: ['AT'] },
    ],
    [json(['permission', 'eq', 'DEU']), { onlyIn: ['DE'] }],
    [json(['prohibition', 'eq', 'DEU']), { notIn: ['DE'] }],
  ]
  for (const [expression, territory] of expected) assert.deepEqual(termsIn(expression), territory)
})

test('what says anything else is not read as a territory', () => {
  const whole = xml(['permission', 'eq', 'DEU'])
  const others = [
    'NO SALES',
    '{....JSON ....}',
    whole.slice(0, -12),
    whole.replace('/DEU', '/EUROPE'),
    whole.replace('/spatial', '/spatibl'),
    whole.replace('rightOperand', 'rightOpexand'),
    whole.replace('distribute', 'archive'),
    whole.replace('</o:permission>', '<o:duty><o:action name="pay"/></o:duty></o:permission>'),
    xml(['permission', 'eq', 'DEU'], ['permission', 'neq', 'AUT']),
    json(['permission', 'eq', 'DEU'], { duties: [{ action: 'pay' }] }),
    `${whole}\n${whole}`,
  ]
  for (const expression of others) assert.equal(termsIn(expression), undefined, expression)
})

const page = '/articles/keepers-return-to-light-skerry-point-by-hand'

async function usedIn({ house }: Newsroom, territories: string[]): Promise<void> {
  await house.engine.write((tx) => setTerritories(tx, territories, 'Ada Quill', house.now()))
  const worker = usageWorker(house.engine, () => ({ ...intakeOf(house), now: house.now() }))
  while (await runNext(worker, house));
}

function expressed(expression: string, more = {}): string {
  const inXml = `<rightsExpressionXML langid="${odrl}/">${expression}</rightsExpressionXML></rightsInfo>`
  return wireFile(more).replace('</rightsInfo>', inXml)
}

onBothEngines(
  'rule 12: a story is shown where its rights expression allows this site',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const status = async () => (await newsroom.get(page)).status
    const [line] = await newsroom.ingest(expressed(xml(['permission', 'eq', 'DEU'])), 'meridian')
    assert.match(line?.reason ?? '', /the desk has not said where this site is used/)
    const answers: [string[], number][] = [
      [['DE'], 200],
      [['AT', 'DE'], 410],
      [['AT'], 410],
      [['DE'], 200],
    ]
    for (const [territories, expected] of answers) {
      await usedIn(newsroom, territories)
      assert.equal(await status(), expected, territories.join())
    }
    const unknown = expressed(xml(['permission', 'eq', 'EUROPE']), {
      guid: 'urn:x:2',
      headline: 'Elsewhere',
    })
    const [held] = await newsroom.ingest(unknown, 'meridian')
    assert.deepEqual([held?.outcome, /not understood/.test(held?.reason ?? '')], ['held', true])
    await engine.close()
  },
)

onBothEngines(
  'rule 25: a picture is shown where its rights expression allows this site',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await pictureServer(t)
    server.at.set('/ferry.jpg', await jpeg(1200, 800))
    const ferry = '/articles/the-island-ferry-runs-again'
    const isShown = async () => (await (await newsroom.get(ferry)).text()).includes('<figure')
    const rightsInfo = { encodedRights: json(['prohibition', 'eq', 'DEU']) }
    const picture = association(`${server.origin}/ferry.jpg`, { rightsInfo })
    await newsroom.ingest(pictured([picture]))
    await workPictures(newsroom, server.outgoing)
    assert.equal(await isShown(), false, 'while nobody has said where the site is used')
    for (const [territory, expected] of [
      ['AT', true],
      ['DE', false],
      ['FR', true],
    ] as const) {
      await usedIn(newsroom, [territory])
      assert.equal(await isShown(), expected, territory)
    }
    const unread = { encodedRights: json(['prohibition', 'eq', 'EUROPE']) }
    await newsroom.ingest(
      pictured([{ ...picture, version: '2', rightsInfo: unread }], { version: 2 }),
    )
    await workPictures(newsroom, server.outgoing)
    assert.equal(await isShown(), false, 'what cannot be read waits for a person')
    await engine.close()
  },
)
