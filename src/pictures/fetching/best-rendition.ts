import type { Candidate } from '../picture.ts'

/** The widest that readers are shown, in pixels; more would be kept for nobody. */
const wideEnough = 1920
/** How many addresses of one picture are tried. */
export const mostTried = 3

/** Names of renditions that are not the picture itself. */
const small = /thumb|icon|sprite|quicklook|caption/i
const preview = /preview|view|low|small|web/i

/**
 * The renditions worth fetching, the best first: the smallest that is wide enough for the widest
 * page, then the widest of the others. Where no sizes are given, names tell previews apart.
 */
export function bestFirst(candidates: readonly Candidate[]): Candidate[] {
  const chosen = candidates
    .filter(({ href }, i) => candidates.findIndex((other) => other.href === href) === i)
    .toSorted((a, b) => rank(a) - rank(b))
  const real = chosen.filter(({ name, width }) => width !== undefined || !small.test(name))
  return (real.length > 0 ? real : chosen).slice(0, mostTried)
}

/** The lower, the better. */
function rank({ name, width, height }: Candidate): number {
  const side = Math.max(width ?? 0, height ?? 0)
  if (side >= wideEnough) return side - wideEnough
  if (side > 0) return 100_000 + wideEnough - side
  return small.test(name) ? 300_000 : preview.test(name) ? 250_000 : 50_000
}
