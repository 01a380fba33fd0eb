import { Hono } from 'hono'
import { isId } from '../../database/database.ts'
import { decisionsAbout } from '../../ledger/ledger.ts'
import { routes } from '../../routes.ts'
import { notFound } from '../../web/pages/answers.ts'
import { fileHeaders } from '../../web/guarding/security-headers.ts'
import type { ArrivalFilter } from '../../wire/wire.ts'
import {
  arrivalsOfItem,
  arrivalStates,
  deliveryWithBytes,
  itemOnDesk,
  knownSources,
  matchesOnDesk,
  matchFirst,
  newestArrivals,
} from '../../wire/wire.ts'
import type { DeskContext, DeskTools } from '../desk-tools.ts'
import { deskAnswer } from '../desk-tools.ts'
import type { DeskEnv } from '../door/door.ts'
import type { Notice } from '../parts/frame.html.ts'
import type { Trouble } from '../parts/refused.ts'
import { itemPage } from './item-page.html.ts'
import { wirePage } from './wire-page.html.ts'

/** Lines on one page of the wire. */
const onPage = 80

export function wireDeskRoutes(tools: DeskTools): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get(routes.deskWire.pattern, (c) => wireAnswer(c, tools))
  app.get(routes.deskItem.pattern, (c) => itemAnswer(c, tools))
  app.get(routes.deskBytes.pattern, (c) => bytesAnswer(c, tools))
  return app
}

async function wireAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const { db } = tools.house.engine
  const now = tools.house.now()
  const query = new URL(c.req.url).searchParams
  const filter = filterIn(query)
  const arrivals = await newestArrivals(db, filter, now, onPage)
  const body = wirePage({
    site: tools.house.site,
    now,
    filter,
    sources: await knownSources(db),
    arrivals,
    older: olderThan(query, arrivals),
  })
  return deskAnswer(c, tools, { title: 'Wire', here: '/desk/wire', body })
}

export async function itemAnswer(
  c: DeskContext,
  tools: DeskTools,
  trouble?: Trouble,
): Promise<Response> {
  const { site, engine, now } = tools.house
  const id = c.req.param('id') ?? ''
  const item = isId(id) ? await itemOnDesk(engine.db, id, now()) : undefined
  if (!item) return notFound(c, tools.house)
  const isWaiting = item.current.item.standfirst.held.includes(matchFirst)
  const body = itemPage({
    site,
    now: now(),
    item,
    arrivals: await arrivalsOfItem(engine.db, id, now()),
    matches: isWaiting ? await matchesOnDesk(engine.db, id, now()) : [],
    decisions: await decisionsAbout(engine.db, [`item:${id}`]),
    refused: trouble?.refused,
  })
  const title = item.current.item.headlines[0]?.value ?? 'An item without a headline'
  const notice: Notice | undefined = trouble && { kind: 'trouble', text: trouble.text }
  const status = trouble ? (trouble.status ?? 422) : 200
  return deskAnswer(c, tools, { title, here: '/desk/wire', body, notice }, status)
}

/** The bytes as they came: a download of plain text that can run and load nothing. */
async function bytesAnswer(c: DeskContext, { house }: DeskTools): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const delivery = isId(id) ? await deliveryWithBytes(house.engine.db, id) : undefined
  if (!delivery) return notFound(c, house)
  return new Response(delivery.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      ...fileHeaders(house.site.origin),
      'cross-origin-resource-policy': 'same-origin',
      'content-type': 'text/plain; charset=utf-8',
      // A name of our own: what the file was called came from outside.
      'content-disposition': `attachment; filename="delivery-${id}.txt"`,
    },
  })
}

function filterIn(query: URLSearchParams): ArrivalFilter {
  const text = (name: string, most: number) => {
    const value = (query.get(name) ?? '').trim().slice(0, most)
    return value === '' ? undefined : value
  }
  const state = arrivalStates.find((known) => known === query.get('state'))
  const urgency = /^[1-9]$/.test(query.get('urgency') ?? '')
    ? Number(query.get('urgency'))
    : undefined
  const [receivedAt, versionId] = (query.get('before') ?? '').split('_')
  const source = text('source', 60)
  const subject = text('subject', 80)
  const search = text('q', 200)
  return {
    ...(source === undefined ? {} : { source }),
    ...(state === undefined ? {} : { state }),
    ...(urgency === undefined ? {} : { urgency }),
    ...(subject === undefined ? {} : { subject }),
    ...(search === undefined ? {} : { search }),
    ...(receivedAt && versionId ? { before: { receivedAt, versionId } } : {}),
  }
}

function olderThan(
  query: URLSearchParams,
  arrivals: { receivedAt: string; versionId: string }[],
): string | undefined {
  const last = arrivals.at(-1)
  if (arrivals.length < onPage || !last) return undefined
  const next = new URLSearchParams(query)
  next.set('before', `${last.receivedAt}_${last.versionId}`)
  return `${routes.deskWire.href()}?${next.toString()}`
}
