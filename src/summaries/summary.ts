/** A machine summary, bound to one revision of one article. */
export interface Summary {
  /** `extract`, or the name of the model that wrote it. */
  method: string
  revision: number
  sentences: SummarySentence[]
  createdAt: string
  /** When and by whom it was examined; absent where nobody has. */
  examinedAt?: string
  examiner?: string
}

export interface SummarySentence {
  text: string
  evidence: Evidence[]
}

/** A passage of the article: paragraph n is `#pn`; `start` and `end` count UTF-16 units in it. */
export interface Evidence {
  paragraph: number
  start: number
  end: number
}
