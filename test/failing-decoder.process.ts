/** A decoder that a picture can break: what a fault in native code would do, at a word. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import type { Reply, Task } from '../src/pictures/decoding/decoding.ts'
import { examine } from '../src/pictures/reading/examine.ts'

const kept: Buffer[] = []

process.on('message', (task: Task) => {
  void answer(task).then((reply) => process.send?.(reply))
})

async function answer(task: Task): Promise<Reply> {
  if (task.kind !== 'examine') return { failed: 'it only examines' }
  const word = Buffer.from(task.bytes.subarray(0, 40)).toString('latin1')
  if (word.startsWith('crash')) process.kill(process.pid, 'SIGSEGV')
  while (word.startsWith('hang'));
  if (word.startsWith('grow')) return grown()
  if (word.startsWith('look around')) return { done: around() }
  if (word.startsWith('call ')) return { done: await reached(Number(word.slice(5))) }
  return { done: await examine(task.bytes) }
}

async function grown(): Promise<Reply> {
  for (;;) {
    kept.push(Buffer.alloc(16 * 1024 * 1024, 1))
    process.send?.({ memory: process.memoryUsage.rss() } satisfies Reply)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** What becomes of a connection to a server that listens on this machine. */
function reached(port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 2000 })
    socket.once('connect', () => resolve('connected'))
    socket.once('error', (error) => resolve('code' in error ? String(error.code) : 'failed'))
    socket.once('timeout', () => resolve('timeout'))
  })
}

/** What code in this process could get at: names of the environment, and what it may do. */
function around(): object {
  const attempts: Record<string, () => unknown> = {
    'reads files': () => readFileSync('/etc/hosts'),
    'writes files': () => writeFileSync('/tmp/standfirst-decoder-was-here', ''),
    'starts programs': () => execFileSync('/bin/true'),
  }
  const may = Object.keys(attempts).filter((name) => {
    try {
      attempts[name]?.()
      return true
    } catch {
      return false
    }
  })
  return { environment: Object.keys(process.env), arguments: process.argv.length, may }
}
