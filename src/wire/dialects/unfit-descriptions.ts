/**
 * Descriptions that are none: a text that was cut in the middle of a word because a field was full
 * (EFE, GlobeNewswire), or slug and headline once more (Reuters). The story's text says it whole.
 */
import { keepExtra } from '../reading/fill-item.ts'
import type { WireItem } from '../item.ts'
import { collapsed } from '../markup/storable-text.ts'

export function dropUnfitDescriptions(item: WireItem): void {
  // In feeds the excerpt is all that readers may be shown.
  if (!/^(?:NITF|NewsML)/.test(item.standfirst.format)) return
  item.descriptions = item.descriptions.filter(({ value }) => {
    const isUnfit = isSlugAndHeadline(item, value) || isCut(item, value)
    if (isUnfit) keepExtra(item, 'description', value)
    return !isUnfit
  })
}

function isSlugAndHeadline({ slugline, headlines }: WireItem, value: string): boolean {
  return slugline !== undefined && value === `${slugline}:${headlines[0]?.value ?? ''}`
}

/** Shorter descriptions may well be without a full stop. In characters. */
const LONG_ENOUGH = 100
/** How much of the beginning must stand in the text. */
const BEGINNING = 60

function isCut({ standfirst }: WireItem, value: string): boolean {
  const ends =
    /[.!?\u2026]["'\u201d\u2019\u00bb)]?$/.test(value) && !/(?:\.\.\.|\u2026)$/.test(value)
  if (ends || value.length < LONG_ENOUGH) return false
  return collapsed(standfirst.bodyText).includes(value.slice(0, BEGINNING))
}
