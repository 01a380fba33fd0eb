import type { Focus, Shape } from '../picture.ts'

/**
 * How wide renditions are made, in pixels: what the style sheets draw, on screens of once, twice and
 * three times the density. A phone draws 328 to 380, the column of an article 640, a leading picture
 * 812, one in a row 272, a stamp 104. A browser takes the next larger one, so each is a little more.
 */
export const widths: Record<Shape, readonly number[]> = {
  whole: [360, 720, 1080, 1440, 1920],
  landscape: [360, 720, 1080, 1680],
  square: [112, 224, 336],
}

const ratios: Record<Shape, number | undefined> = {
  whole: undefined,
  landscape: 3 / 2,
  square: 1,
}

export interface Size {
  shape: Shape
  width: number
  height: number
  /** The part of the picture that it shows. */
  crop: { left: number; top: number; width: number; height: number }
}

/** A width this close to the picture's own is not worth another rendition. */
const isNearly = 0.85

/** Every size that a picture is made in: cropped around the focus, and never larger than it is. */
export function sizesOf(picture: { width: number; height: number }, focus: Focus): Size[] {
  return (Object.keys(widths) as Shape[]).flatMap((shape) => {
    const crop = cropOf(picture, ratios[shape], focus)
    const smaller = widths[shape].filter((width) => width <= crop.width)
    const next = widths[shape].find((width) => width > crop.width)
    const isFar = (smaller.at(-1) ?? 0) < crop.width * isNearly
    const all = next !== undefined && isFar ? [...smaller, crop.width] : smaller
    return all.map((width) => ({
      shape,
      width,
      height: Math.max(1, Math.round((width * crop.height) / crop.width)),
      crop,
    }))
  })
}

/** The largest part of this ratio, as near to the focus as the edges allow. */
function cropOf(
  { width, height }: { width: number; height: number },
  ratio: number | undefined,
  { x, y }: Focus,
): Size['crop'] {
  if (ratio === undefined) return { left: 0, top: 0, width, height }
  const size = {
    width: Math.min(width, Math.round(height * ratio)),
    height: Math.min(height, Math.round(width / ratio)),
  }
  return {
    left: within(Math.round((width * x) / 1000 - size.width / 2), width - size.width),
    top: within(Math.round((height * y) / 1000 - size.height / 2), height - size.height),
    ...size,
  }
}

function within(wish: number, most: number): number {
  return Math.max(0, Math.min(wish, most))
}
