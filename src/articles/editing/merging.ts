import { aligned } from './alignment.ts'
import type { ArticleContent } from '../article.ts'
import type { Block, Body } from '../body/body.ts'

/**
 * One place of a text in its three states. `same`: nobody touched it. `wire`, `house`: only that
 * side changed it. `both`: both did, in the same way. `conflict`: both did, and differ.
 */
export interface Chunk<T> {
  kind: 'same' | 'wire' | 'house' | 'both' | 'conflict'
  old: T
  wire: T
  house: T
}

export interface FieldChunk extends Chunk<unknown> {
  field: Exclude<keyof ArticleContent, 'body'>
}

export interface Merging {
  fields: FieldChunk[]
  blocks: Chunk<Block[]>[]
  /** Whether it needs nobody: no place was changed by both sides in different ways. */
  isClean: boolean
}

/** Compares the old wire text, the new one and ours, field by field and paragraph by paragraph. */
export function compareThree(
  old: ArticleContent,
  wire: ArticleContent,
  house: ArticleContent,
): Merging {
  const names = new Set([...Object.keys(old), ...Object.keys(wire), ...Object.keys(house)])
  names.delete('body')
  const fields = [...names].map((name): FieldChunk => {
    const field = name as FieldChunk['field']
    return { field, ...chunkOf(old[field], wire[field], house[field]) }
  })
  const blocks = chunksOf(old.body, wire.body, house.body)
  const isClean = [...fields, ...blocks].every(({ kind }) => kind !== 'conflict')
  return { fields, blocks, isClean }
}

/** The merged text; where both sides differ, `choose` says what stands there. */
export function mergedContent(
  house: ArticleContent,
  { fields, blocks }: Merging,
  choose: {
    field: (chunk: FieldChunk) => unknown
    blocks: (chunk: Chunk<Block[]>, place: number) => Block[]
  } = { field: ({ house }) => house, blocks: ({ house }) => house },
): ArticleContent {
  const merged: Record<string, unknown> = { ...house }
  for (const chunk of fields) {
    const value = chunk.kind === 'conflict' ? choose.field(chunk) : settled(chunk)
    if (value === undefined) delete merged[chunk.field]
    else merged[chunk.field] = value
  }
  const body = blocks.flatMap((chunk, place) =>
    chunk.kind === 'conflict' ? choose.blocks(chunk, place) : settled(chunk),
  )
  return { ...(merged as Omit<ArticleContent, 'body'>), body }
}

function settled<T>({ kind, wire, house }: Chunk<T>): T {
  return kind === 'wire' ? wire : house
}

function chunkOf<T>(old: T, wire: T, house: T): Chunk<T> {
  const [was, theirs, ours] = [old, wire, house].map((value) => JSON.stringify(value))
  const kind =
    theirs === ours
      ? was === ours
        ? 'same'
        : 'both'
      : ours === was
        ? 'wire'
        : theirs === was
          ? 'house'
          : 'conflict'
  return { kind, old, wire, house }
}

/**
 * Parts the three bodies where all three agree. Between two such places lies what somebody changed;
 * where nothing was added or taken away there, it is compared block by block.
 */
function chunksOf(old: Body, wire: Body, house: Body): Chunk<Block[]>[] {
  const inWire = new Map(aligned(old.map(key), wire.map(key)))
  const inHouse = new Map(aligned(old.map(key), house.map(key)))
  const chunks: Chunk<Block[]>[] = []
  let [i, w, h] = [0, 0, 0]
  for (let next = 0; next <= old.length; next++) {
    const atWire = next === old.length ? wire.length : inWire.get(next)
    const atHouse = next === old.length ? house.length : inHouse.get(next)
    if (atWire === undefined || atHouse === undefined) continue
    chunks.push(...between(old.slice(i, next), wire.slice(w, atWire), house.slice(h, atHouse)))
    const stable = old.slice(next, next + 1)
    if (stable.length > 0) chunks.push({ kind: 'same', old: stable, wire: stable, house: stable })
    ;[i, w, h] = [next + 1, atWire + 1, atHouse + 1]
  }
  return chunks
}

function between(old: Block[], wire: Block[], house: Block[]): Chunk<Block[]>[] {
  if (old.length === 0 && wire.length === 0 && house.length === 0) return []
  if (old.length !== wire.length || old.length !== house.length) return [chunkOf(old, wire, house)]
  return old.map((_, i) =>
    chunkOf(old.slice(i, i + 1), wire.slice(i, i + 1), house.slice(i, i + 1)),
  )
}

function key(block: Block): string {
  return JSON.stringify(block)
}
