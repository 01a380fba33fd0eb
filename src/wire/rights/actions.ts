/**
 * What rights expressions allow and forbid, and what each of it is to this site: the actions of ODRL
 * (https://www.w3.org/TR/odrl-vocab/), which RightsML uses too, of ODRL before 2.2, of Creative Commons
 * and of the TDM Reservation Protocol. An action that does not stand here holds.
 */

/**
 * `publishes`: it is what a site does with every story and picture. `derives` and `mines`: it is done
 * to some of them, and left where it may not be done: summaries of texts, smaller sizes of pictures.
 * `never`: the site does not do it, whoever forbids it. `besides`: to be allowed it as well takes
 * nothing away, and where it is forbidden a person has to say what that means here.
 */
export type Deed = 'publishes' | 'derives' | 'mines' | 'never' | 'besides'

interface Action {
  deed: Deed
  why: string
}

const actions: Readonly<Record<string, Action>> = {
  use: { deed: 'publishes', why: 'all of it' },
  distribute: { deed: 'publishes', why: 'a page goes to its readers' },
  publish: { deed: 'publishes', why: 'a page is public' },
  display: { deed: 'publishes', why: 'a page shows it' },
  present: { deed: 'publishes', why: 'a page shows it' },
  reproduce: { deed: 'publishes', why: 'every page is a copy' },

  derive: { deed: 'derives', why: 'a summary is drawn from the text, and a size from the picture' },
  derivativeworks: { deed: 'derives', why: 'Creative Commons’ word for it' },
  extract: { deed: 'mines', why: 'a summary consists of sentences of the text' },
  excerpt: { deed: 'mines', why: 'an older word for it' },
  extractword: { deed: 'mines', why: 'an older word for it' },
  extractpage: { deed: 'mines', why: 'an older word for it' },
  mine: { deed: 'mines', why: 'a model that makes a summary reads the text' },
  aggregate: { deed: 'besides', why: 'lists and feeds put stories together' },

  print: { deed: 'never', why: 'the site prints nothing' },
  sell: { deed: 'never', why: 'readers pay for nothing' },
  resell: { deed: 'never', why: 'readers pay for nothing' },
  lease: { deed: 'never', why: 'nothing is lent' },
  lend: { deed: 'never', why: 'nothing is lent' },
  license: { deed: 'never', why: 'it gives nobody rights in what is another’s' },
  give: { deed: 'never', why: 'it owns nothing that it could give away' },
  transfer: { deed: 'never', why: 'it owns nothing that it could give away' },
  move: { deed: 'never', why: 'the file of its sender stays where it is' },
  texttospeech: { deed: 'never', why: 'the site does not speak' },
  synchronize: { deed: 'never', why: 'nothing is set to sound' },
  install: { deed: 'never', why: 'it is for programs' },
  uninstall: { deed: 'never', why: 'it is for programs' },
  execute: { deed: 'never', why: 'it is for programs' },
  digitize: { deed: 'never', why: 'what comes by wire is digital' },
  anonymize: { deed: 'never', why: 'names and credits stay' },
  watermark: { deed: 'never', why: 'nothing is drawn into pictures' },
  translate: { deed: 'never', why: 'stories and summaries keep their language' },

  archive: { deed: 'besides', why: 'stories stay at their address' },
  modify: { deed: 'besides', why: 'editors may change a text by hand' },
  transform: { deed: 'besides', why: 'every format becomes a page' },
  index: { deed: 'besides', why: 'the site’s search and search engines do' },
  annotate: { deed: 'besides', why: 'readers comment and flag' },
  include: { deed: 'besides', why: 'a story goes with others on a page' },
  append: { deed: 'besides', why: 'later takes are put behind earlier ones' },
  appendto: { deed: 'besides', why: 'later takes are put behind earlier ones' },
  share: { deed: 'besides', why: 'readers do, and feeds carry it on' },
  copy: { deed: 'besides', why: 'a copy alone is not yet public' },
  write: { deed: 'besides', why: 'a copy alone is not yet public' },
  writeto: { deed: 'besides', why: 'a copy alone is not yet public' },
  export: { deed: 'besides', why: 'backups and the JSON of a story are that' },
  preview: { deed: 'besides', why: 'lists show how a story begins' },
  grantuse: { deed: 'besides', why: 'feeds are used by others' },
  secondaryuse: { deed: 'besides', why: 'it depends on what the first one is' },
  commercialize: { deed: 'besides', why: 'whether a site earns money only its owner knows' },
  commercialuse: { deed: 'besides', why: 'whether a site earns money only its owner knows' },
  delete: { deed: 'besides', why: 'what arrived is kept, and what is killed leaves the pages' },
  stream: { deed: 'besides', why: 'it is for films and sounds' },
  play: { deed: 'besides', why: 'it is for films and sounds' },
  read: { deed: 'besides', why: 'a reader is not the site' },
}

/** What an action is to this site, by its address or its bare word; undefined where it is not known. */
export function deedOf(action: string): Deed | undefined {
  const name = localOf(action)
  return Object.hasOwn(actions, name) ? actions[name]?.deed : undefined
}

/** The last part of an address, in lower case. */
export function localOf(address: string): string {
  return address.replace(/^.*[/:#]/, '').toLowerCase()
}
