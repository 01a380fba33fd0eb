/** The eight moods, in the order in which they are asked. */
export const moods = [
  'happy',
  'sad',
  'angry',
  'dont-care',
  'inspired',
  'afraid',
  'amused',
  'annoyed',
] as const

export type Mood = (typeof moods)[number]

/** Votes on one article by mood; absent moods have none. */
export type MoodCounts = Partial<Record<Mood, number>>
