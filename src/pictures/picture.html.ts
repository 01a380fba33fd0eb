import { html, type Html } from '../web/html/html.ts'
import type { Format, MadeRendition, Shape, ShownPicture } from './picture.ts'
import { addressOf, contentTypes } from './rendition-address.ts'

/** Where on a page a picture stands; the style sheets draw it so wide. */
export type PicturePlace = 'article' | 'lead' | 'row' | 'river' | 'section-lead'

/** How wide the style sheets draw each, for browsers to choose a rendition by. */
const drawnAt: Record<PicturePlace, string> = {
  article: '(min-width: 42rem) 40rem, calc(100vw - 2rem)',
  lead: '(min-width: 77rem) 51rem, (min-width: 62rem) calc(100vw - 26rem), calc(100vw - 2rem)',
  'section-lead': '(min-width: 62rem) 44rem, calc(100vw - 2rem)',
  row: '(min-width: 62rem) 17rem, calc(50vw - 2.5rem)',
  river: '15rem',
}

/** Below this width a teaser's picture is a stamp beside the text: `src/articles/pages/front.css`. */
const stampBelow = '(max-width: 39.99rem)'
const stampWidth = '6.5rem'

/** Which rendition stands in for all: browsers that know no `srcset`, and programs. */
const plainWidth = 720

/** Taller than this for its width, a picture is drawn narrower, so that it fits a screen. */
const tallFrom = 1.15

/** A picture in a story: nothing moves while it loads, caption and credit stand below it. */
export function storyPicture(picture: ShownPicture, isFirst: boolean): Html {
  const { caption, credit, madeByMachine } = picture
  const image = plain(picture, 'whole')
  if (!image) return html``
  const isTall = image.height > image.width * tallFrom
  return html`<figure${isTall && html` class="tall"`}>
    <picture>${sources(picture, 'whole', drawnAt.article)}${img(picture, image, drawnAt.article, isFirst)}</picture>
    <figcaption>${caption} <span class="credit">${credit}</span>${madeByMachine && html` <span class="credit">Made by a machine</span>`}</figcaption>
  </figure>`
}

/** A picture beside a headline. Its caption is with the story; a large one names its maker here too. */
export function teaserPicture(
  picture: ShownPicture,
  place: Exclude<PicturePlace, 'article'>,
): Html {
  const image = plain(picture, 'landscape')
  if (!image) return html``
  const isStamp = place === 'row' || place === 'river'
  const stamps = isStamp && sources(picture, 'square', stampWidth, stampBelow)
  const isFirst = place === 'lead' || place === 'section-lead'
  return html`<picture>${stamps}${sources(picture, 'landscape', drawnAt[place])}${img(picture, image, drawnAt[place], isFirst)}</picture>${isFirst && html`<p class="credit">${picture.credit}</p>`}`
}

/** The JPEG that feeds, previews and search engines get: large, in the ratio that is asked for. */
export function previewOf(picture: ShownPicture, shape: Shape): MadeRendition | undefined {
  const enough = 1280
  const all = ofFormat(picture, shape, 'jpeg')
  return all.find(({ width }) => width >= enough) ?? all.at(-1)
}

function plain(picture: ShownPicture, shape: Shape): MadeRendition | undefined {
  const all = ofFormat(picture, shape, 'jpeg')
  return all.find(({ width }) => width >= plainWidth) ?? all.at(-1)
}

function sources(picture: ShownPicture, shape: Shape, sizes: string, media?: string): Html[] {
  // With a condition of its own a shape needs every format; otherwise the image has the JPEG.
  const formats: Format[] = media === undefined ? ['avif', 'webp'] : ['avif', 'webp', 'jpeg']
  return formats.flatMap((format) => {
    const all = ofFormat(picture, shape, format)
    if (all.length === 0) return []
    const condition = media !== undefined && html` media="${media}"`
    return html`<source${condition} type="${contentTypes[format]}" srcset="${srcset(picture, all)}" sizes="${sizes}">`
  })
}

function img(picture: ShownPicture, image: MadeRendition, sizes: string, isFirst: boolean): Html {
  const order = isFirst ? html`fetchpriority="high"` : html`loading="lazy"`
  const all = ofFormat(picture, image.shape, 'jpeg')
  const largest = all.at(-1) ?? image
  return html`<img src="${addressOf(picture.id, image)}" srcset="${srcset(picture, all)}" sizes="${sizes}" width="${largest.width}" height="${largest.height}" alt="${picture.alt}" ${order} decoding="async">`
}

function srcset({ id }: ShownPicture, renditions: MadeRendition[]): string {
  return renditions.map((one) => `${addressOf(id, one)} ${one.width}w`).join(', ')
}

function ofFormat({ renditions }: ShownPicture, shape: Shape, format: Format): MadeRendition[] {
  return renditions
    .filter((one) => one.shape === shape && one.format === format)
    .toSorted((a, b) => a.width - b.width)
}
