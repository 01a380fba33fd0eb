/** The thread of `serve` that reads wire files and chooses from their stories, ahead of the intake. */
import { chosenAhead, type ChosenAhead } from './summaries/extract/chosen.ts'
import { answering } from './threads/answering.ts'
import { contentOf, publishedAtOf } from './wire/item-to-article.ts'
import type { Reading, WireItem } from './wire/item.ts'
import { readWire } from './wire/reading/read-wire.ts'

export interface ReadingQuestion {
  bytes: Uint8Array
  about: { source: string; fileName: string; language: string; timeZone?: string }
  /** RFC 3339. */
  now: string
}

export interface ReadAhead {
  reading: Reading
  chosen: ChosenAhead[]
}

/** A file with more items is a feed, which brings what is known again at every look. */
const mostChosen = 8

answering(({ bytes, about, now }: ReadingQuestion): ReadAhead => {
  const reading = readWire(bytes, about)
  const isFeed = reading.items.length > mostChosen
  return { reading, chosen: isFeed ? [] : reading.items.flatMap((item) => chosenFor(item)) }

  /** What the article will say, if this version is its first or came out on the same day. */
  function chosenFor(item: WireItem): ChosenAhead[] {
    const content = item.pubStatus === 'usable' ? contentOf(item, about.language) : undefined
    if (!content || content.machineUse === 'refused') return []
    const publishedAt = publishedAtOf([item], now, new Date(now))
    return [chosenAhead({ ...content, publishedAt })]
  }
})
