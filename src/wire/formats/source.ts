/** What every format reader is told besides the bytes. */
export interface Source {
  /** The source as the operator named it. */
  source?: string | undefined
}
