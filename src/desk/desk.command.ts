import type { Engine } from '../database/database.ts'
import { newDeskLink } from './sessions.ts'

/** `standfirst desk`: prints a new link that opens the desk once, on this machine. */
export async function deskCommand(
  args: string[],
  { engine, origin, now }: { engine: Engine; origin: string; now: Date },
  out: (line: string) => void,
  err: (line: string) => void,
): Promise<number> {
  if (args.length > 0) {
    err(`desk knows no ${args[0] ?? ''}; it prints a link that opens the desk once.`)
    return 1
  }
  out(await newDeskLink(engine, origin, now))
  return 0
}

/** The desk answers to this machine's own name only, whatever readers call the site. */
export function deskOrigin(origin: string, port: number): string {
  const url = new URL(origin)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return isHere ? url.origin : `http://localhost:${port}`
}
