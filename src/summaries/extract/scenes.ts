import type { Language } from '../language/language.ts'

/** A feature comes to its news within so many sentences; what paints behind them is the news itself. */
const longestScene = 8
/** A single posture or a single misty morning stands in news as well. */
const fewestStrokes = 2

/**
 * Whether a sentence at the beginning of an article paints a scene and tells no news: the light, the
 * weather, what somebody did with his hands. `position` counts sentences from 0.
 */
export function paintsScene(text: string, position: number, { scenes }: Language): boolean {
  if (!scenes || position >= longestScene) return false
  // The Monday of "a grey Monday morning" dates nothing.
  const [weather] = scenes.painting
  if (scenes.news.test(weather ? text.replace(weather, '') : text)) return false
  return scenes.painting.filter((stroke) => stroke.test(text)).length >= fewestStrokes
}
