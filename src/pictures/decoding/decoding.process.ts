/**
 * The process that pictures are decoded in: strangers' bytes in native code, with no secret, no
 * database and no environment beside them. It does what it is told, one picture after the other.
 */
import { NoDecoder } from '../decoder.ts'
import { renditionsOf } from '../making/encode.ts'
import { examine } from '../reading/examine.ts'
import type { Reply, Task } from './decoding.ts'

/** How often it looks at what it needs, in milliseconds. */
const look = 50

process.on('message', (task: Task) => {
  void done(task).then((reply) => process.send?.(reply))
})
// Who stops the site often signals every process of it; this one ends with the site, not before it.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => undefined)
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

const watch = setInterval(() => {
  const reply: Reply = { memory: process.memoryUsage.rss() }
  process.send?.(reply)
}, look)
watch.unref()

async function done(task: Task): Promise<Reply> {
  try {
    if (task.kind === 'examine') return { done: await examine(task.bytes) }
    const { original, focus, format, key } = task
    return { done: await renditionsOf(original, focus, format, key) }
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return error instanceof NoDecoder ? { missing: words } : { failed: words }
  }
}
