import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { conformanceCommand } from '../../conformance/conformance.command.ts'

interface Asked {
  method: string
  url: string
  authorization: string
  body: string
}

/** An intake of another vendor: takes anything in, and shows `page` at every address. */
async function withVendor(
  page: string,
  use: (url: string, asked: Asked[]) => Promise<void>,
): Promise<void> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const body = Buffer.concat(chunks).toString()
      asked.push({ method, url, authorization: headers.authorization ?? '', body })
      response.end(method === 'POST' ? '{"article":"/stories/1"}' : page)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked)
  } finally {
    server.close()
  }
}

async function run(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const output = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) }
  const code = await conformanceCommand(args, output)
  return { code, out, err }
}

const one = ['--chain', 'private-notes', '--format', 'nitf', '--within', '0']
const story = 'Violin that was left on a tram at Halvard Sound is found. '

test('it pushes a file with the token and follows the article that the answer names', async () => {
  await withVendor(
    `${story} A violin that was left on a tram at Halvard Sound`,
    async (url, asked) => {
      const { code, out } = await run(
        '--url',
        url,
        '--token',
        'abc',
        '--source',
        'meridian',
        ...one,
      )
      assert.deepEqual(out, ['ok private-notes nitf', '1 passed, 0 failed'])
      assert.equal(code, 0)
      const { method, authorization, body } = asked[0] as Asked
      assert.deepEqual(
        [method, asked[0]?.url, authorization],
        ['POST', '/api/v1/wire/meridian', 'Bearer abc'],
      )
      assert.match(body, /^<\?xml/)
      assert.ok(asked.some(({ url: path }) => path === '/stories/1'))
    },
  )
})

test('it says what differed: a lacking sentence, and a note that can be read', async () => {
  const note = 'The owner at <b>Halvard Sound</b> answers on 555&nbsp;0142'
  await withVendor(`${story} ${note}`, async (url) => {
    const { code, out } = await run('--url', url, '--token', 'abc', ...one, '--also', '/feed')
    assert.equal(code, 2)
    assert.equal(
      out[0],
      'differs private-notes nitf: after 01-first.xml: the page lacks "A violin that was left on a tram at Halvard Sound"',
    )
    assert.match(
      out[1] ?? '',
      /"The owner at Halvard Sound answers on 555 0142" can be read at .*\/feed/,
    )
    assert.equal(out.at(-1), '0 passed, 1 failed')
  })
})

test('a command delivers for another vendor, and a template finds the page by its identifier', async () => {
  await withVendor(
    `${story} A violin that was left on a tram at Halvard Sound`,
    async (url, asked) => {
      const other = ['--deliver', 'cat {file}', '--page', '/by-id?id={guid}', '--also', '/']
      const { code } = await run('--url', url, ...other, ...one)
      assert.equal(code, 0)
      assert.equal(asked[0]?.url, '/by-id?id=nitf-private-notes-a')
    },
  )
})

test('what makes no sense is one sentence and exit code 1', async () => {
  const cases: [string[], RegExp][] = [
    [['--url', 'nowhere'], /--url must be like/],
    [['--url', 'http://localhost:1'], /--token TOKEN .* or --deliver/],
    [['--token', 'abc'], /wants --url/],
    [['--url', 'http://localhost:1', '--deliver', 'cp'], /\{file\}/],
    [['--chain', 'no-such-chain'], /no such chain/],
    [['--what'], /--what/],
    [['--url', 'http://127.0.0.1:1', '--token', 'abc', ...one], /cannot be reached/],
  ]
  for (const [args, words] of cases) {
    const { code, out, err } = await run(...args)
    assert.equal(code, 1)
    assert.deepEqual(out, [])
    assert.equal(err.length, 1)
    assert.match(err[0] ?? '', words)
  }
})
