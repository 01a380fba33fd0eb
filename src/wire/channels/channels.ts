import { startWorkers } from '../../jobs/jobs.ts'
import type { Source } from '../sources/sources.ts'
import { allSources } from '../sources/sources.ts'
import { raiseSilences } from '../sources/silence.ts'
import type { FolderTools, RunningFolder } from './folder.ts'
import { watchFolder } from './folder.ts'
import type { PollTools } from './polling/polling.ts'
import { enqueuePolls, pollWorker } from './polling/polling.ts'

export interface RunningChannels {
  /** Takes nothing new, breaks off what waits for others, and finishes what is being stored. */
  stop: () => Promise<void>
}

/** How often new and changed sources are looked for, and silent ones, in milliseconds. */
const look = 1_000
const lookForSilence = 60_000

/** Watches the folders and asks the feeds of all sources that the operator has made known. */
export function startChannels(
  tools: PollTools & Pick<FolderTools, 'look' | 'settle'>,
): RunningChannels {
  const { engine, now } = tools.intake
  const stopping = new AbortController()
  const outgoing = { ...tools.outgoing, signal: stopping.signal }
  const workers = startWorkers([pollWorker({ ...tools, outgoing })], { ...tools, engine, now })
  const folders = new Map<string, RunningFolder>()
  let lastSilence = -Infinity
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        const sources = await allSources(engine.db)
        await followFolders(sources, folders, tools)
        await enqueuePolls(engine, sources, now())
        if (performance.now() - lastSilence > lookForSilence) {
          lastSilence = performance.now()
          for (const { source, lastAt } of await raiseSilences(engine, now()))
            tools.log.info('source-silent', { source, lastAt })
        }
      } catch (error) {
        tools.log.error('channels-failed', error)
      }
      await pause(look, stopping.signal)
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await running
      await Promise.all([workers.stop(), ...[...folders.values()].map((each) => each.stop())])
    },
  }
}

/** Starts and stops watching, so that it is what the sources say now. */
async function followFolders(
  sources: Source[],
  folders: Map<string, RunningFolder>,
  tools: FolderTools,
): Promise<void> {
  const wanted = new Map(
    sources.flatMap(({ name, channel }) =>
      channel.kind === 'folder' ? [[`${name} ${channel.path}`, { name, path: channel.path }]] : [],
    ),
  )
  for (const [key, running] of folders) {
    if (wanted.has(key)) continue
    folders.delete(key)
    await running.stop()
  }
  for (const [key, { name, path }] of wanted)
    if (!folders.has(key)) folders.set(key, watchFolder(name, path, tools))
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
