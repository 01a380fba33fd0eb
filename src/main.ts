import { readFile } from 'node:fs/promises'
import { ConfigTrouble, configFrom } from './config.ts'
import { DatabaseTrouble } from './database/database.ts'

const usage = `Standfirst, a news site in a box.

  serve [--empty]                      the site; --empty starts without the demo newsroom
  ingest PATH… [--source NAME]         takes wire files in
  desk                                 a link that opens the desk once, on this machine
  read-wire PATH…                      shows how wire files are understood
  summarize [FILE] [--sentences N]     chooses the sentences that sum an article up
  check --article FILE --summary FILE  checks a summary against its article
  (both also: --jsonl, from standard input)
  source add|set|list|token|resume …   the sources that deliver, see docs/channels.md
  backup FILE                          one file with everything
  restore FILE                         fills an empty database from a backup
  doctor                               says whether the data is sound
  conformance [--url URL --token TOKEN --source NAME]
                                       plays the conformance chains against an intake`

type Command = (args: string[]) => Promise<number>

const commands: Record<string, Command> = {
  serve: serveCommand,
  ingest,
  source,
  desk,
  'read-wire': async (args) => {
    const { readWireCommand } = await import('./wire/reading/read-wire.command.ts')
    return readWireCommand(args, { out: print, err: complain })
  },
  summarize: async (args) => {
    const { summarizeCommand } = await import('./summaries/commands/summarize.command.ts')
    return summarizeCommand(args, toolPorts())
  },
  check: async (args) => {
    const { checkCommand } = await import('./summaries/commands/check.command.ts')
    return checkCommand(args, toolPorts())
  },
}

commands['conformance'] = async (args) => {
  const { conformanceCommand } = await import('../conformance/conformance.command.ts')
  return conformanceCommand(args, { out: print, err: complain })
}

for (const name of ['backup', 'restore', 'doctor'] as const) {
  commands[name] = async (args) => {
    const data = await import('./data.command.ts')
    const run = {
      backup: data.backupCommand,
      restore: data.restoreCommand,
      doctor: data.doctorCommand,
    }[name]
    return run(args, configFrom(process.env), print, complain)
  }
}

const [name = 'serve', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
// Whoever reads our output may stop reading: that is their right and no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? 0 : 1),
)
try {
  if (name === 'help' || name === '--help') print(usage)
  else if (command === undefined) {
    complain(`There is no command ${name}.\n\n${usage}`)
    process.exitCode = 1
  } else process.exitCode = await command(args)
} catch (error) {
  complain(wordsFor(error))
  process.exitCode = 1
}

async function serveCommand(args: string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--empty')
  if (unknown !== undefined) {
    complain(`serve knows no ${unknown}; it knows --empty.`)
    return 1
  }
  const { serve } = await import('./serve.ts')
  const site = await serve(configFrom(process.env), { empty: args.includes('--empty') }, complain)
  print(site.origin)
  const asked = new Promise<number>((resolve) => {
    // Kept for good: a terminal's Ctrl-C comes twice, from itself and through `npm start`.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve(0))
  })
  const code = await Promise.race([asked, site.house.engine.failed.then(() => 1)])
  if (code !== 0)
    complain('The disk could not keep what was written. Look at it, then start the site again.')
  site.house.log.info('stopping')
  await site.stop()
  return code
}

async function ingest(args: string[]): Promise<number> {
  const config = configFrom(process.env)
  const [{ openDatabase }, { ingestCommand }, { intakeOf }, newsroom] = await Promise.all([
    import('./database/database.ts'),
    import('./wire/ingest.command.ts'),
    import('./intake-tools.ts'),
    import('./newsroom.ts'),
  ])
  const engine = await openDatabase({ url: config.databaseUrl, folder: config.dataFolder })
  try {
    const known = (await newsroom.hasNewsroom(engine))
      ? await newsroom.newsroomIn(engine, newsroom.emptyNewsroom)
      : newsroom.emptyNewsroom
    const site = { ...known, origin: config.origin }
    const tools = intakeOf({ engine, site, now: () => new Date() })
    return await ingestCommand(args, tools, { out: print, err: complain })
  } finally {
    await engine.close()
  }
}

async function source(args: string[]): Promise<number> {
  const config = configFrom(process.env)
  const [{ openDatabase }, { sourceCommand }] = await Promise.all([
    import('./database/database.ts'),
    import('./wire/sources/source.command.ts'),
  ])
  const engine = await openDatabase({ url: config.databaseUrl, folder: config.dataFolder })
  try {
    const tools = { engine, now: () => new Date() }
    return await sourceCommand(args, tools, { out: print, err: complain })
  } finally {
    await engine.close()
  }
}

async function desk(args: string[]): Promise<number> {
  const config = configFrom(process.env)
  const [{ openDatabase }, { deskCommand }, { deskOrigin }] = await Promise.all([
    import('./database/database.ts'),
    import('./desk/desk.command.ts'),
    import('./desk/desk.ts'),
  ])
  const engine = await openDatabase({ url: config.databaseUrl, folder: config.dataFolder })
  try {
    const origin = deskOrigin(config.origin, config.port)
    return await deskCommand(args, { engine, origin, now: new Date() }, print, complain)
  } finally {
    await engine.close()
  }
}

/** What the summary tools read from and write to; their texts bring their own line ends. */
function toolPorts() {
  process.stdin.setEncoding('utf8')
  return {
    readFile: readText,
    stdin: process.stdin as AsyncIterable<string>,
    out: (text: string) => void process.stdout.write(text),
    err: (text: string) => void process.stderr.write(text),
  }
}

/** Rejects in words for the person who named the file. */
async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Error('There is no such file.', { cause: error })
    if (code === 'EISDIR') throw new Error('This is a folder.', { cause: error })
    throw new Error(`The file cannot be read (${code ?? 'unknown reason'}).`, { cause: error })
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Words for the operator. What nobody foresaw comes with its stack, for the report. */
function wordsFor(error: unknown): string {
  if (error instanceof ConfigTrouble || error instanceof DatabaseTrouble) return error.message
  const { code, port, message, stack } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Stop what uses it, or choose another one: PORT=8081 npm start`
  if (code === 'EACCES' && port !== undefined)
    return `This user may not listen on port ${port}. Choose one above 1023: PORT=8080`
  return stack ?? message
}
