import { configFrom } from '../src/config.ts'
import { serve } from '../src/serve.ts'
import { tellProcessorTime } from './processor-time.ts'

/** The real site, but for the pace of one network: the load comes from one. */
process.once('message', () => {
  serve(configFrom(process.env), { empty: false, paceFactor: 1_000_000 }, () => undefined).then(
    ({ origin }) => {
      process.send?.({ result: origin })
      tellProcessorTime()
    },
    (error: Error) => process.send?.({ failed: error.stack }),
  )
})
