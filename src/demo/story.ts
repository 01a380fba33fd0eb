import type { Mood } from '../moods/moods.ts'

/** One story of the demo newsroom, as `demo/stories/*.json` holds it. */
export interface DemoStory {
  slug: string
  /** A section's slug: news, world, business, climate, culture, sport. */
  section: string
  headline: string
  standfirst: string
  /** A person of the newsroom; agency stories have the agency's byline. */
  byline: string
  dateline: string
  /** The invented agency, where the story is wire copy. */
  agency?: string
  creditline?: string
  copyrightNotice?: string
  /** Minutes before the demo is loaded; the younger, the higher on the front page. */
  minutesAgo: number
  /** Minutes before the demo is loaded when it was last updated. */
  updatedMinutesAgo?: number
  correction?: { text: string; paragraph: number; minutesAgo: number }
  /** Paragraphs; one that starts with "## " is a heading, with "> " a quotation, with "- " an item. */
  body: string[]
  subjects: { uri: string; name: string }[]
  picture?: {
    file: string
    width: number
    height: number
    alt: string
    caption: string
    credit: string
  }
  comments: DemoComment[]
  moods: Partial<Record<Mood, number>>
}

export interface DemoComment {
  name: string
  text: string
  minutesAgo: number
  recommended: number
  replies?: DemoComment[]
}
