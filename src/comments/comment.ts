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
/** What a reader sees of a conversation: in which order, and which page of it. */
export interface Place {
  order: Order
  page: number
}

/** The last page that an address can name; nobody turns that many. */
const lastPage = 1000

export function placeIn(query: URLSearchParams): Place {
  const order = orders.find((known) => known === query.get('sort')) ?? 'newest'
  const page = Math.trunc(Number(query.get('page') ?? 1)) || 1
  return { order, page: Math.min(lastPage, Math.max(1, page)) }
}

/** The query that leads to a place, in its one form; empty for where everybody begins. */
export function variantOf({ order, page }: Place): string {
  const parts = [order !== 'newest' && `sort=${order}`, page > 1 && `page=${page}`]
  return parts.filter((part) => part !== false).join('&')
}

export const talkParameters: readonly string[] = ['sort', 'page']

/** What a new or changed comment makes pages forget: its article, and counts in lists. */
export function topicsOf(articleId: string): string[] {
  return [`article:${articleId}`, 'counts']
}
