/**
 * A program without a network. Node 24 has no switch for that, and what it forbids binds no native
 * code; on Linux the kernel can start a program where there is no network at all.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Of util-linux, which every distribution has; as an address, since the decoder has no environment. */
const unshare = '/usr/bin/unshare'
/** A network of its own has no interface but a loopback that is down; the user needs no right for it. */
const alone = ['--user', '--net', '--']
/** The question takes a few milliseconds; longer than this nobody waits for the answer. */
const patience = 2000

let works: boolean | undefined

/** What stands before a program so that it has no network; undefined where the machine does not let us. */
export function withoutNetwork(): { program: string; args: string[] } | undefined {
  works ??=
    process.platform === 'linux' &&
    existsSync(unshare) &&
    spawnSync(unshare, [...alone, '/bin/true'], { env: {}, stdio: 'ignore', timeout: patience })
      .status === 0
  return works ? { program: unshare, args: alone } : undefined
}
