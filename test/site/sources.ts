import type { Engine } from '../../src/database/database.ts'
import type { Source } from '../../src/wire/sources/sources.ts'
import { addSource } from '../../src/wire/sources/sources.ts'

/** Makes a source known with the settings that a plain `source add` gives. */
export async function knownSource(
  engine: Engine,
  name: string,
  settings: Partial<Source> = {},
  now = new Date('2026-05-04T11:00:00.000Z'),
): Promise<Source> {
  const source: Source = {
    name,
    title: name,
    channel: { kind: 'command' },
    publish: 'by-itself',
    summary: 'extract',
    searchEngines: 'index',
    ...settings,
  }
  await addSource(engine, source, now)
  return source
}
