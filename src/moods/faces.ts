import type { Mood } from './mood.ts'

/**
 * One face for each mood on a grid of 24 by 24, drawn with a single line. Brows, eyes and mouth only:
 * the circle is the same for all.
 */
export const faces: Record<Mood, string> = {
  happy: 'M8 9.5v1M16 9.5v1M7 14a5.5 5.5 0 0 0 10 0z',
  sad: 'M8 10v1M16 10v1M8 17a4.5 4.5 0 0 1 8 0M6.5 8l3-1M17.5 8l-3-1',
  angry: 'M8 10.5v1M16 10.5v1M8.5 16.5h7M6.5 7l3.5 2M17.5 7l-3.5 2',
  'dont-care': 'M7 10h2.5M14.5 10h2.5M8.5 15.5h7',
  inspired:
    'M6.5 10.5a1.8 1.8 0 0 1 3.4 0M14.1 10.5a1.8 1.8 0 0 1 3.4 0M8 14.5a5 5 0 0 0 8 0M12 3v3M10.5 4.5h3',
  afraid:
    'M8 10v1M16 10v1M6.5 7.5l3-1.3M17.5 7.5l-3-1.3M7.5 16.5l1.5-1.5 1.5 1.5 1.5-1.5 1.5 1.5 1.5-1.5 1.5 1.5',
  amused: 'M8 9.5v1M14.5 10l3-.8M8 14.5c3 2.5 6.5 1.8 8-1.5',
  annoyed: 'M8 10.5v.5M16 10.5v.5M6.5 8.5h3.5M14 8.5h3.5M8.5 16.5c2-2 5-2 7-.5',
}

export const moodNames: Record<Mood, string> = {
  happy: 'Happy',
  sad: 'Sad',
  angry: 'Angry',
  'dont-care': 'Don’t care',
  inspired: 'Inspired',
  afraid: 'Afraid',
  amused: 'Amused',
  annoyed: 'Annoyed',
}
