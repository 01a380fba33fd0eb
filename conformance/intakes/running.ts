/** An intake that is running somewhere: files go in by our push address or by a command. */
import { execFile } from 'node:child_process'
import { basename } from 'node:path'
import type { Delivered, Found, Intake, WireFile } from '../intake.ts'
import { articlesIn, ownForms, ownOutlets } from '../intake.ts'

export interface RunningIntake {
  /** Where readers find it, and where files are pushed to. */
  url: string
  token?: string | undefined
  source: string
  /** A shell command that takes one file in; `{file}` is its path. */
  deliver?: string | undefined
  page?: string | undefined
  /** Addresses besides the stories' own; ours where none is given. */
  also: string[]
  within: number
}

export function runningIntake(asked: RunningIntake): Intake {
  const command = asked.deliver
  return {
    deliver: command === undefined ? (file) => push(asked, file) : (file) => run(command, file),
    read: (address) => read(new URL(address, asked.url)),
    page: asked.page,
    forms: asked.page === undefined ? ownForms : [],
    outlets: asked.also.length > 0 ? asked.also : ownOutlets,
    within: asked.within,
  }
}

/** Answers that only mean "not now"; a file that is refused for what it says is part of the game. */
const troubles = new Set([401, 403, 404, 405, 413, 415, 429, 500, 502, 503, 504, 507])

async function push({ url, token, source }: RunningIntake, file: WireFile): Promise<Delivered> {
  const address = new URL(`/api/v1/wire/${source}`, url)
  const answer = await fetch(address, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token ?? ''}`,
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${basename(file.path)}"`,
    },
    body: file.bytes,
  })
  const text = await answer.text()
  if (troubles.has(answer.status))
    throw new Error(`${address.href} answers ${answer.status}: ${text.slice(0, 200)}`)
  return { articles: articlesIn(text) }
}

/** A command may end with an error because it refuses the file; what readers see decides. */
function run(command: string, { path }: WireFile): Promise<Delivered> {
  const quoted = `'${path.replaceAll("'", `'\\''`)}'`
  return new Promise((resolve, reject) => {
    execFile('sh', ['-c', command.replaceAll('{file}', quoted)], (error, out, words) => {
      // 126 and 127: the shell did not find the command or may not run it.
      if (error && (error.code === 126 || error.code === 127))
        reject(new Error(`The command to deliver with cannot be run: ${words.trim()}`))
      else resolve({ articles: articlesIn(out) })
    })
  })
}

async function read(address: URL): Promise<Found> {
  // Packing pages that are read once would be most of the work.
  const headers = { 'cache-control': 'no-cache', 'accept-encoding': 'identity' }
  const answer = await fetch(address, { headers })
  return { status: answer.status, text: await answer.text() }
}
