import type { Context } from 'hono'
import { Hono } from 'hono'
import { routes } from '../../routes.ts'
import type { ProblemWords } from '../../web/pages/answers.ts'
import { problem } from '../../web/pages/answers.ts'
import { bodyWithin } from '../../web/form-fields.ts'
import type { House } from '../../web/house.ts'
import { fileHeaders } from '../../web/guarding/security-headers.ts'
import { largestFile } from '../reading/read-wire.ts'
import type { IntakeTools } from '../intake.ts'
import { takeIn } from '../intake.ts'
import { isToken, sourceName } from '../sources/sources.ts'
import { Turns } from './turns.ts'

/** Types that can be wire copy. The format is told by content; this only catches forms and pictures. */
const wireTypes =
  /^(?:text\/[\w.+-]+|application\/(?:(?:[\w.+-]+\+)?(?:xml|json)|octet-stream|x-ndjson))$/

/** `POST /api/v1/wire/SOURCE`: takes one wire file in and answers as `ingest` prints. */
export function pushRoutes(house: House, intake: IntakeTools): Hono {
  const app = new Hono()
  // More at once would take the database from readers, and none of them would be done sooner.
  const turns = new Turns(house.engine.writersAtOnce)
  app.post(routes.push.pattern, async (c) => {
    const source = c.req.param('source') ?? ''
    const refusal = await refusalOf(c, house, source)
    if (refusal) return problem(c, house, refusal)
    const bytes = await bodyWithin(c, largestFile)
    if (bytes === undefined) return problem(c, house, tooLarge)
    const delivery = { bytes, source, channel: 'push', fileName: 'push' }
    const lines = await turns.take(bytes.length, () => takeIn(delivery, intake))
    if (lines === 'full') return problem(c, house, tooMany)
    return new Response(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), {
      headers: {
        ...fileHeaders(house.site.origin),
        'content-type': 'application/x-ndjson; charset=utf-8',
        'cache-control': 'no-store',
      },
    })
  })
  return app
}

/** Why the body is not even read. */
async function refusalOf(
  c: Context,
  house: House,
  source: string,
): Promise<ProblemWords | undefined> {
  const token = /^Bearer ([\w-]{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
  const known = sourceName.test(source)
    ? await isToken(house.engine.db, source, token)
    : 'no-such-source'
  if (known === 'no-such-source') return noSource
  if (known === 'no') return noToken
  const type = (c.req.header('content-type') ?? 'application/octet-stream').split(';')[0] ?? ''
  if (!wireTypes.test(type.trim().toLowerCase())) return wrongType
  const encoding = c.req.header('content-encoding') ?? 'identity'
  return encoding.toLowerCase() === 'identity' ? undefined : compressed
}

const noSource: ProblemWords = {
  status: 404,
  title: 'There is no such source',
  wrong: 'Nobody has made a source of this name known here.',
  remedy: 'The operator does so with: standfirst source add NAME --push',
}
const noToken: ProblemWords = {
  status: 401,
  title: 'The token is not right',
  wrong: 'This source delivers with another token, or has none yet.',
  remedy:
    'Send it as "Authorization: Bearer TOKEN"; the operator makes it with: standfirst source token NAME',
  headers: { 'www-authenticate': 'Bearer realm="wire"' },
}
const wrongType: ProblemWords = {
  status: 415,
  title: 'This is no wire file',
  wrong: 'The content type says that this is not text, XML or JSON.',
  remedy: 'Send the file itself as the body, for instance with "Content-Type: application/xml".',
}
const compressed: ProblemWords = {
  status: 415,
  title: 'The body is compressed',
  wrong: 'Compressed bodies are not read here.',
  remedy: 'Send the file as it is.',
}
const tooMany: ProblemWords = {
  status: 503,
  title: 'Too much at once',
  wrong: 'More deliveries wait here than can be kept waiting, and this one was not taken.',
  remedy: 'Send it again in a moment.',
  retryAfter: 5,
}
const tooLarge: ProblemWords = {
  status: 413,
  title: 'The file is too large',
  wrong: `A wire file has at most ${largestFile / 1024 / 1024} MB.`,
  remedy: 'Send the items in several files.',
}
