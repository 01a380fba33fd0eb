import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IntakeTools, Source } from '../wire/wire.ts'
import { keepSource, takeIn } from '../wire/wire.ts'

const folder = join(import.meta.dirname, '..', '..', 'demo', 'wire')

/** `demo/wire/wire.json`: who sends, and what came when. */
interface DemoWire {
  sources: Source[]
  deliveries: { source: string; file: string; minutesAgo: number }[]
}

/**
 * Lets the demo's deliveries come in as they would have come before `now`, so that the desk has
 * something to decide. With the same `now` the same bytes come, and nothing happens twice.
 */
export async function loadDemoWire(intake: IntakeTools, now: Date): Promise<number> {
  const { sources, deliveries } = JSON.parse(fileIn('wire.json')) as DemoWire
  await intake.engine.write(async (tx) => {
    for (const source of sources) await keepSource(tx, source, now)
  })
  for (const { source, file, minutesAgo } of deliveries) {
    const bytes = new TextEncoder().encode(dated(fileIn(file), now))
    const delivery = { bytes, source, channel: 'command', fileName: file }
    await takeIn(delivery, { ...intake, now: () => minutesFrom(now, -minutesAgo) })
  }
  return deliveries.length
}

/** `{{-90}}` is the moment ninety minutes before `now`, and `{{year}}` its year. */
function dated(text: string, now: Date): string {
  return text
    .replaceAll('{{year}}', String(now.getUTCFullYear()))
    .replaceAll(
      /\{\{([+-]\d+)\}\}/g,
      (_, minutes: string) => `${minutesFrom(now, Number(minutes)).toISOString().slice(0, 19)}Z`,
    )
}

function fileIn(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

function minutesFrom(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000)
}
