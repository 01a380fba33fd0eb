import type { ShownPicture } from '../pictures/pictures.ts'
import type { Body } from './body/body.ts'

/** What readers see: an item, or several versions of one, plus the house's edits. */
export interface Article {
  id: string
  slug: string
  section: string
  headline: string
  /** The line under the headline that says what the story says. */
  standfirst?: string
  byline?: string
  /** As the agency writes it, with its closing dash or without. */
  dateline?: string
  creditline?: string
  copyrightNotice?: string
  /** The agency's name, where the text is an agency's. */
  agency?: string
  located?: string
  slugline?: string
  language: string
  /**
   * What the rights holder lets machines do with the text. `refused`: no summary is made.
   * `extract`: sentences may be chosen here, and the text goes to no model. Absent: both.
   */
  machineUse?: 'refused' | 'extract'
  /** Set where the rights holder reserves text and data mining; what others are told of it. */
  dataMining?: 'reserved'
  /** Set where the rights holder wants no search engine to list it here. */
  searchEngines?: 'noindex'
  /** The address elsewhere that search engines shall list instead of ours. */
  canonical?: string
  /** What kind of text it is, such as an opinion, in the source's words or as IPTC addresses. */
  genres?: string[]
  subjects: { uri?: string; name?: string }[]
  body: Body
  /** Those that readers may see now, the first one leading. Kept apart from the text. */
  pictures?: ShownPicture[]
  /** The state of the text, numbered from 1. */
  revision: number
  publishedAt: string
  updatedAt: string
  corrections: Correction[]
}

/** What an article says; everything of it that an edit can change. */
export type ArticleContent = Omit<
  Article,
  'id' | 'slug' | 'section' | 'revision' | 'publishedAt' | 'updatedAt' | 'corrections' | 'pictures'
>

export interface Correction {
  revision: number
  /** In the words of whoever corrected it: the wire's public note, or the house's. */
  text: string
  at: string
  /** The paragraph (`#pN`) that changed, where that is known. */
  paragraph?: number
}

/** An article as a list shows it. */
export interface Teaser {
  slug: string
  section: string
  headline: string
  standfirst?: string
  byline?: string
  agency?: string
  picture?: ShownPicture
  publishedAt: string
  updatedAt: string
  corrected: boolean
  comments: number
}
