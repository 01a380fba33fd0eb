/**
 * `standfirst serve --empty`, but that one network may do as much as it likes: here all readers are
 * one. Everything else, the end by a signal too, is what main.ts does.
 */
import { configFrom } from '../../src/config.ts'
import { serve } from '../../src/serve.ts'

const site = await serve(
  configFrom(process.env),
  { empty: true, paceFactor: 1_000_000 },
  () => undefined,
)
process.stdout.write(`${site.origin}\n`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void site.stop().then(() => process.exit(0)))
}
