import { readdirSync, readFileSync } from 'node:fs'

/** What a tick of `/proc` is on Linux, in milliseconds. */
const tick = 10

/**
 * Processor time that a process and all that it has started have used so far, and of it what its
 * main thread has, in milliseconds. Undefined where the system does not tell (it is not Linux).
 */
export function processorUse(pid: number): { all: number; mainThread: number } | undefined {
  try {
    const children = processes().filter(({ parent }) => parent === pid)
    const own = timesIn(`/proc/${pid}/stat`)
    const ofChildren = children.map((child) => child.used + child.ended)
    return {
      all: own.used + own.ended + ofChildren.reduce((sum, used) => sum + used, 0),
      mainThread: timesIn(`/proc/${pid}/task/${pid}/stat`).used,
    }
  } catch {
    return undefined
  }
}

function processes() {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      return [timesIn(`/proc/${name}/stat`)]
    } catch {
      // It has ended meanwhile.
      return []
    }
  })
}

/** `ended` is what its children used that have ended. See proc_pid_stat(5). */
function timesIn(file: string): { parent: number; used: number; ended: number } {
  const text = readFileSync(file, 'utf8')
  // The name of the program stands in brackets, and may hold some itself.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
  return {
    parent: fields[1] ?? 0,
    used: (user + system) * tick,
    ended: (endedUser + endedSystem) * tick,
  }
}
