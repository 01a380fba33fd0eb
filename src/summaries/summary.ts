/** A machine summary, bound to one revision of one article. */
export interface Summary {
  id?: string
  /** `extract`, or the name of the model that wrote it. */
  method: string
  revision: number
  sentences: SummarySentence[]
  createdAt: string
  /** When and by whom it was examined; absent where nobody has. */
  examinedAt?: string
  examiner?: string
  /** From when on readers may see it; absent while it waits for an examination. */
  shownAt?: string
}

export interface SummarySentence {
  text: string
  evidence: Evidence[]
  /** 0…1, what the checker gave it against this revision. */
  score?: number
  /** The revision that it was first made for, where that is an earlier one. */
  since?: number
  /** Set where the machine left out a part of the article's sentence. */
  shortened?: true
  /** Set where an editor wrote it anew; the words are then a person's. */
  editedBy?: string
  /** Paragraphs that the model claims it rests on. */
  claimed?: number[]
}

/** A passage of the article: paragraph n is `#pn`; `start` and `end` count UTF-16 units in it. */
export interface Evidence {
  paragraph: number
  start: number
  end: number
}
