import { createHash } from 'node:crypto'
import { routes } from '../routes.ts'
import type { Focus, Format, MadeRendition, Shape } from './picture.ts'

/** Raised when the same bytes would make other renditions, so that they get other addresses. */
const recipe = 1

/** Names what renditions are made of: other bytes, another crop or another recipe, another name. */
export function makingKey(sha256: string, { x, y }: Focus): string {
  const made = `${recipe} ${sha256} ${x} ${y}`
  return createHash('sha256').update(made).digest('base64url').slice(0, 10)
}

/** `720x3-2.KEY.avif`; `720.KEY.avif` where nothing is cut off. */
export function renditionName(shape: Shape, width: number, key: string, format: Format): string {
  const ratios: Record<Shape, string> = { whole: '', landscape: 'x3-2', square: 'x1-1' }
  return `${width}${ratios[shape]}.${key}.${endings[format]}`
}

export const endings: Record<Format, string> = { avif: 'avif', webp: 'webp', jpeg: 'jpg' }

export const contentTypes: Record<Format, string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
}

export function addressOf(id: string, { name }: Pick<MadeRendition, 'name'>): string {
  return routes.picture.href({ id, name })
}
