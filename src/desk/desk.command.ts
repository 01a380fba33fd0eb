import type { Engine } from '../database/database.ts'
import { newDeskLink } from './door/sessions.ts'

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
