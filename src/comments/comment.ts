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
