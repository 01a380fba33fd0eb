export interface Comment {
  id: string
  parentId?: string
  name: string
  /** Plain text; a blank line parts paragraphs. Absent where it was taken down. */
  text?: string
  createdAt: string
  recommended: number
  replies: Comment[]
}

export const orders = ['newest', 'oldest', 'best'] as const

export type Order = (typeof orders)[number]

/** Parameters of an article's address that say how its conversation is read. */
export const talkParameters: readonly string[] = ['sort', 'page']
