import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { createApp, deskScript, pageScript } from './app.ts'
import type { Config } from './config.ts'
import type { Engine } from './database/database.ts'
import { announced, openDatabase, pruneChanges, settingOf } from './database/database.ts'
import { deskOrigin, newDeskLink } from './desk/desk.ts'
import type { Worker } from './jobs/jobs.ts'
import { startWorkers } from './jobs/jobs.ts'
import { followOthers } from './freshness.ts'
import { Reached } from './ledger/ledger.ts'
import { modelWorker, noteModel, summariseRevision } from './summaries/summaries.ts'
import { startTicker } from './ticker.ts'
import type { ReadingThread } from './intake-tools.ts'
import { intakeOf, readingThread } from './intake-tools.ts'
import type { Newsroom } from './newsroom.ts'
import { emptyNewsroom, hasNewsroom, newsroomIn } from './newsroom.ts'
import type { House } from './web/house.ts'
import { logTo } from './web/log.ts'
import { metricsOf } from './web/metrics.ts'
import { PageStore } from './web/pages/page-store.ts'
import { originsOf } from './web/guarding/same-origin.ts'
import { builtScript } from './web/assets/scripts.ts'
import { createSiteServer, hostsOf, listen, refusePortInUse } from './web/server.ts'
import { pictureWorkers } from './pictures/pictures.ts'
import type { IntakeTools } from './wire/wire.ts'
import { keysFor, startChannels, usageWorker } from './wire/wire.ts'

export interface Served {
  origin: string
  house: House
  stop: () => Promise<void>
}

export interface ServeOptions {
  /** Without the demo newsroom. */
  empty: boolean
  /** See `House`. */
  paceFactor?: number
}

/** Starts the site and resolves when it answers. `say` gets words for whoever waits. */
export async function serve(
  config: Config,
  options: ServeOptions,
  say: (line: string) => void,
  now: () => Date = () => new Date(),
): Promise<Served> {
  await refusePortInUse(config.port, config.host)
  const engine = await openDatabase({ url: config.databaseUrl, folder: config.dataFolder })
  try {
    const secret = await settingOf(engine, 'secret', () => randomBytes(32).toString('base64url'))
    if (!(await hasNewsroom(engine))) await settle(engine, secret, config.origin, options, say, now)
    const { house, scripts, reached } = await houseOf(config, options, engine, secret, now)
    let serving = true
    const watching = { isServing: () => serving, metricsToken: config.metricsToken }
    const thread = threadBeside(house)
    const intake = intakeOf(house, thread)
    const app = createApp(house, scripts, watching, intake)
    await atStart(engine, config)
    // Before the first page is drawn, so that no change falls between the two.
    const freshness = await followOthers(engine, house.pages)
    const server = createSiteServer(app, freshness, hostsOf(house.origins))
    const ticker = startTicker(house, freshness, reached)
    const running = await listen(server, config.port, config.host).catch(async (error: unknown) => {
      await ticker.stop()
      throw error
    })
    const stopping = new AbortController()
    const workers = startWorkers(await workersOf(config, house, intake, stopping.signal), house)
    const channels = startChannels(channelTools(config, house, intake))
    const desk = deskOrigin(config.origin, running.port)
    say(`The desk, on this machine, once: ${await newDeskLink(engine, desk, now())}`)
    house.log.info('serving', { origin: house.site.origin })
    return {
      origin: house.site.origin,
      house,
      stop: async () => {
        serving = false
        await Promise.all([running.stop(), channels.stop()])
        await ticker.stop()
        stopping.abort()
        await workers.stop()
        await thread?.stop()
        await engine.close()
      },
    }
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** On one processor a second thread would only take turns with this one. */
function threadBeside(house: House): ReadingThread | undefined {
  return availableParallelism() > 1 ? readingThread(house) : undefined
}

function channelTools({ outgoingHosts }: Config, { log }: House, intake: IntakeTools) {
  return { intake, outgoing: { named: outgoingHosts }, log }
}

async function atStart(engine: Engine, { model }: Config): Promise<void> {
  await engine.write(pruneChanges)
  await engine.write((tx) => noteModel(tx, model?.name))
}

/** Who does the work that waits in queues, but for what asks sources. A model's client is loaded only where one is on. */
export async function workersOf(
  { model, outgoingHosts }: Pick<Config, 'model' | 'outgoingHosts'>,
  house: House,
  intake: IntakeTools,
  stopping: AbortSignal,
): Promise<Worker[]> {
  const limits = usageWorker(house.engine, () => ({ ...intake, now: house.now() }))
  const pictures = pictureWorkers({
    engine: house.engine,
    now: house.now,
    outgoing: { named: outgoingHosts, signal: stopping },
    headersFor: (source, address) => keysFor(house.engine.db, source, address),
  })
  const always = [limits, ...pictures]
  if (model === undefined) return always
  return [...always, await modelWorker({ ...house, model, stopping })]
}

async function houseOf(
  config: Config,
  { paceFactor = 1 }: ServeOptions,
  engine: Engine,
  secret: string,
  now: () => Date,
) {
  const newsroom = await newsroomIn(engine, emptyNewsroom)
  const scripts = await Promise.all([builtScript(pageScript), builtScript(deskScript)])
  const pages = new PageStore()
  const reached = new Reached()
  const house: House = {
    site: { ...newsroom, origin: config.origin },
    engine: announced(engine, (topics) => reached.note(topics, pages.forget(topics), now())),
    pages,
    log: logTo((line) => process.stderr.write(line), config.logLevel, now),
    metrics: metricsOf(pages),
    now,
    secret,
    origins: originsOf(config.origin),
    trustedProxies: config.trustedProxies,
    paceFactor,
    script: `/scripts/${scripts[0].file}`,
    ...(config.model === undefined ? {} : { model: config.model.name }),
  }
  return { house, scripts, reached }
}

/** Moves a newsroom in: the demo, unless the operator wants none. What was cut off goes on. */
async function settle(
  engine: Engine,
  secret: string,
  origin: string,
  { empty }: { empty: boolean },
  say: (line: string) => void,
  now: () => Date,
): Promise<void> {
  if (empty) {
    await newsroomIn(engine, emptyNewsroom)
    return
  }
  const { demoNewsroom, loadDemo, loadDemoWire } = await import('./demo/demo.ts')
  const newsroom = demoNewsroom<Newsroom>()
  const begun = new Date(await settingOf(engine, 'demo-begun', () => now().toISOString()))
  say('Loading the demo newsroom …')
  const stories = await loadDemo(engine, secret, begun, summariseRevision)
  const intake = intakeOf({ engine, site: { ...newsroom, origin }, now })
  const deliveries = await loadDemoWire(intake, begun)
  await newsroomIn(engine, newsroom)
  say(`… ${stories} stories and ${deliveries} deliveries of the wire are in.`)
}
