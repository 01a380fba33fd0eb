/** What every page says of the newsroom. */
export interface Site {
  name: string
  /** One line under the name. */
  motto: string
  /** A BCP 47 tag, such as `en`. */
  language: string
  /** Scheme, host and port as readers use them, without a closing slash. */
  origin: string
  sections: Section[]
  /** An IANA time zone in which times are written. */
  timeZone: string
}

export interface Section {
  slug: string
  name: string
}
