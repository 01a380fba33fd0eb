/** What every format reader is told besides the bytes. */
export interface Source {
  /** The source as the operator named it. */
  source?: string | undefined
  /** The IANA name of the zone in which the source writes times that name none. */
  timeZone?: string | undefined
}
