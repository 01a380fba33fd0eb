import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Pair {
  key: string
  cert: string
}

/** Certificates for feed.example that this test makes for itself; one ran out long ago. */
export function certificates(): { good: Pair; expired: Pair } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-test-'))
  const run = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
  }
  try {
    const subject = ['-subj', '/CN=feed.example', '-addext', 'subjectAltName=DNS:feed.example']
    run(
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-keyout',
      'key.pem',
      '-out',
      'good.pem',
      '-days',
      '2',
      ...subject,
    )
    writeFileSync(join(folder, 'index.txt'), '')
    writeFileSync(
      join(folder, 'ca.cnf'),
      '[ca]\ndefault_ca=own\n[own]\ndatabase=index.txt\nnew_certs_dir=.\nrand_serial=yes\npolicy=any\ndefault_md=sha256\ncopy_extensions=copy\n[any]\ncommonName=supplied\n',
    )
    run('req', '-new', '-key', 'key.pem', '-out', 'old.csr', ...subject)
    run(
      'ca',
      '-batch',
      '-selfsign',
      '-config',
      'ca.cnf',
      '-keyfile',
      'key.pem',
      '-in',
      'old.csr',
      '-out',
      'old.pem',
      '-notext',
      '-startdate',
      '20200101000000Z',
      '-enddate',
      '20200201000000Z',
    )
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
    const key = read('key.pem')
    return { good: { key, cert: read('good.pem') }, expired: { key, cert: read('old.pem') } }
  } catch {
    return undefined
  } finally {
    rmSync(folder, { recursive: true })
  }
}
