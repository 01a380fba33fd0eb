import type { Engine } from '../../database/database.ts'
import { resume } from '../channels/polling/polling.ts'
import type { CommandOutput } from '../ingest.command.ts'
import { sourceFrom } from './source-options.ts'
import { addSource, allSources, newToken, setSource, sourceName, sourceNamed } from './sources.ts'
import * as queries from './sources.queries.ts'

export const sourceUsage = `Usage:
  standfirst source add NAME [options]   makes a source known
  standfirst source set NAME [options]   changes what is named; what arrives from then on follows
  standfirst source list                 one JSON line per source, without its keys
  standfirst source token NAME           makes the token with which it may push; the old one ends
  standfirst source resume NAME          asks a source again that was given up
Options are described in docs/channels.md.`

type Verb = (args: string[], engine: Engine, now: Date) => Promise<string[] | { wrong: string }>

const verbs: Record<string, Verb> = { add, set, list, token, resume: resumeSource }

/** `standfirst source …`. Exit code 1, with one clear reason, when nothing was done. */
export async function sourceCommand(
  [verb = '', ...args]: string[],
  { engine, now }: { engine: Engine; now: () => Date },
  { out, err }: CommandOutput,
): Promise<number> {
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  const [name = ''] = args
  const lacksName = verb !== 'list' && !sourceName.test(name)
  if (!run || lacksName) {
    err(run ? 'A source wants a short name of a-z, 0-9 and hyphens.\n' + sourceUsage : sourceUsage)
    return 1
  }
  const result = await run(args, engine, now())
  if ('wrong' in result) err(result.wrong)
  else for (const line of result) out(line)
  return 'wrong' in result ? 1 : 0
}

async function add([name = '', ...options]: string[], engine: Engine, now: Date) {
  const source = await sourceFrom(name, undefined, options)
  if (typeof source === 'string') return { wrong: source }
  if (!(await addSource(engine, source, now)))
    return { wrong: `There is a source ${name} already; change it with: source set ${name} …` }
  return [`The source ${name} is known.`]
}

async function set([name = '', ...options]: string[], engine: Engine) {
  const before = await sourceNamed(engine.db, name)
  if (!before) return { wrong: `There is no source ${name}.` }
  const source = await sourceFrom(name, before, options)
  if (typeof source === 'string') return { wrong: source }
  await setSource(engine, source)
  return [`The source ${name} is changed.`]
}

async function list(_args: string[], engine: Engine) {
  const polls = new Map((await queries.pollRows(engine.db)).map((row) => [row.source, row]))
  return (await allSources(engine.db)).map(({ channel, ...source }) => {
    const poll = polls.get(source.name)
    const { kind } = channel
    return JSON.stringify({
      ...source,
      channel: {
        kind,
        // Keys often stand in the query.
        ...('address' in channel ? { address: channel.address.replace(/\?.*$/s, '?…') } : {}),
        ...('path' in channel ? { path: channel.path } : {}),
        ...('interval' in channel ? { interval: channel.interval } : {}),
      },
      ...(poll?.polled_at ? { polledAt: poll.polled_at } : {}),
      ...(poll?.trouble ? { trouble: poll.trouble } : {}),
      ...(poll?.stopped_at ? { stoppedAt: poll.stopped_at } : {}),
    })
  })
}

async function token([name = '']: string[], engine: Engine) {
  const made = await newToken(engine, name)
  return made === undefined ? { wrong: `There is no source ${name}.` } : [made]
}

async function resumeSource([name = '']: string[], engine: Engine, now: Date) {
  if (!(await sourceNamed(engine.db, name))) return { wrong: `There is no source ${name}.` }
  await resume(engine, name, now)
  return [`The source ${name} is asked again.`]
}
