import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Chain } from './chains.ts'
import { chainsFolder, committedChains, writtenFiles } from './chains.ts'
import type { Found, Intake } from './intake.ts'
import { withOwnIntake } from './intakes/own.ts'
import { runningIntake } from './intakes/running.ts'
import type { Played } from './play.ts'
import { playChain } from './play.ts'

export interface CommandOutput {
  out: (line: string) => void
  err: (line: string) => void
}

const options = {
  url: { type: 'string' },
  token: { type: 'string' },
  source: { type: 'string', default: 'conformance' },
  deliver: { type: 'string' },
  page: { type: 'string' },
  also: { type: 'string', multiple: true, default: [] as string[] },
  within: { type: 'string', default: '2000' },
  chain: { type: 'string', multiple: true, default: [] as string[] },
  format: { type: 'string', multiple: true, default: [] as string[] },
  write: { type: 'boolean', default: false },
} as const

type Asked = ReturnType<typeof argumentsOf>

/**
 * `standfirst conformance …`: plays the chains and prints a line for each. Exit code 0 when all
 * passed, 2 when one failed, 1 when the command itself makes no sense.
 */
export async function conformanceCommand(
  args: string[],
  { out, err }: CommandOutput,
): Promise<number> {
  let asked: Asked
  try {
    asked = argumentsOf(args)
  } catch (error) {
    err(error instanceof Error ? error.message : String(error))
    return 1
  }
  if (asked.write) {
    out(`${writeChains()} files are written.`)
    return 0
  }
  const chains = committedChains().filter(
    ({ chain, format }) =>
      (asked.chain.length === 0 || asked.chain.includes(chain)) &&
      (asked.format.length === 0 || asked.format.includes(format)),
  )
  if (chains.length === 0) {
    err('There is no such chain in such a format. See conformance/README.md for the names.')
    return 1
  }
  const play = (intake: Intake): Promise<number> => playAll(chains, intake, out)
  if (asked.url === undefined) return (await withOwnIntake(play)) === 0 ? 0 : 2
  const running = runningIntake({ ...asked, url: asked.url, within: Number(asked.within) })
  try {
    return (await play(running)) === 0 ? 0 : 2
  } catch (error) {
    err(wordsFor(error, asked.url))
    return 1
  }
}

/** Throws one clear sentence. */
function argumentsOf(args: string[]) {
  const { values } = parseArgs({ args, options })
  if (values.url === undefined) {
    const alone = (['token', 'deliver', 'page'] as const).find((name) => values[name] !== undefined)
    if (alone)
      throw new Error(`--${alone} wants --url, the address where readers find the stories.`)
  } else if (!URL.canParse(values.url)) {
    throw new Error(`--url must be like https://news.example, not "${values.url}".`)
  } else if (values.token === undefined && values.deliver === undefined) {
    throw new Error(
      '--url wants --token TOKEN for our push address, or --deliver "COMMAND {file}".',
    )
  }
  if (values.deliver !== undefined && !values.deliver.includes('{file}'))
    throw new Error('--deliver must say where the file goes: {file}.')
  if (!/^\d{1,6}$/.test(values.within)) throw new Error('--within is a number of milliseconds.')
  return values
}

/** `fetch` says only that it failed; why stands in its cause. */
function wordsFor(error: unknown, url: string): string {
  const { message, cause } = error as Error
  if (message !== 'fetch failed') return message
  return `${url} cannot be reached: ${cause instanceof Error ? cause.message : 'no reason given'}.`
}

/** Plays them one after the other, then looks at all ends once more. */
export async function playAll(
  chains: Chain[],
  intake: Intake,
  out: (line: string) => void,
): Promise<number> {
  const failed = new Set<Chain>()
  const tell = (chain: Chain, differed: string[]): void => {
    if (differed.length > 0) failed.add(chain)
    for (const words of differed) out(`differs ${nameOf(chain)}: ${words}`)
  }
  const played: Played[] = []
  for (const chain of chains) {
    const one = await playChain(chain, intake)
    if (one.differed.length === 0) out(`ok ${nameOf(chain)}`)
    tell(chain, one.differed)
    played.push(one)
  }
  const still = readingOnce(intake)
  for (const { chain, lookAgain } of played) tell(chain, await lookAgain(still))
  out(`${chains.length - failed.size} passed, ${failed.size} failed`)
  return failed.size
}

/** For a time in which nothing is delivered. */
function readingOnce(intake: Intake): Intake {
  const known = new Map<string, Promise<Found>>()
  const read = (address: string): Promise<Found> => {
    const found = known.get(address) ?? intake.read(address)
    known.set(address, found)
    return found
  }
  return { ...intake, read }
}

function nameOf({ chain, format }: Chain): string {
  return `${chain} ${format}`
}

function writeChains(): number {
  const files = writtenFiles()
  rmSync(chainsFolder, { recursive: true, force: true })
  for (const [path, text] of files) {
    mkdirSync(dirname(join(chainsFolder, path)), { recursive: true })
    writeFileSync(join(chainsFolder, path), text)
  }
  return files.size
}
