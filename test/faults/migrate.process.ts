/** Opens, and so migrates, the place that its one argument describes. */
import type { DatabasePlace } from '../../src/database/database.ts'
import { openDatabase } from '../../src/database/database.ts'

const engine = await openDatabase(JSON.parse(process.argv[2] ?? '') as DatabasePlace)
await engine.close()
