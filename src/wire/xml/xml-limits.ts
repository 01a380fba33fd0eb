/** Bounds on what one XML file may make us build, whichever way it is read. */

/** News bodies nest tables in sections in packages, about 25 deep; recursion here is safe to 200. */
export const MAX_DEPTH = 200
/** The largest file of the samples has 700 elements; a feed of 5 MB stays below this. */
export const MAX_NODES = 500_000
/** An element of a wire format carries about ten attributes; more is an attack on memory. */
export const MAX_ATTRIBUTES = 200
/** NITF's own DTD, were it sent inline, has 60,000 characters; no wire sends it. */
export const MAX_DOCTYPE = 20_000
