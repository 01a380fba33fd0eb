/** What scripts of this site need to take a part of another of its pages into the one that is open. */
interface Policy {
  createHTML(markup: string): string
}

const { trustedTypes } = window as {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy }
}
// DOMParser runs no script of the page that it reads, and the page is this site's own. Its style
// sheet may be that of another kind of page, which the policy of this one would complain about.
const rules: Policy = { createHTML: (markup) => markup.replace(/<style>[^<]*<\/style>/, '') }
const policy = trustedTypes?.createPolicy('standfirst', rules) ?? rules

/** A page of this site, as it came from the server. */
export function readPage(markup: string): Document {
  return new DOMParser().parseFromString(policy.createHTML(markup), 'text/html')
}

const voice = document.createElement('p')
voice.className = 'vh'
voice.setAttribute('role', 'status')
document.body.append(voice)

/** Tells those who listen to the page instead of looking at it. */
export function say(words: string): void {
  voice.textContent = words
}
