import { html, type Html } from '../../web/html/html.ts'
import { longestAddress, longestWords, usualFeedInterval } from '../../wire/wire.ts'
import { choiceFor, labels, lineFor, meanings, type Typed } from './settings-form.html.ts'

/** The labels of what only a new source is asked; messages name them so too. */
export const addingLabels: Readonly<Record<string, string>> = {
  name: 'Short name',
  delivers: 'How it delivers',
  feed: 'Address of the feed',
  every: 'Asked every so many seconds',
}

const deliveries = {
  feed: 'it has a feed, which is asked',
  push: 'it sends its files over HTTP',
}

/** What is chosen where nobody has chosen: of a stranger, nothing goes out by itself. */
export const usualOfNew: Readonly<Record<string, string>> = {
  delivers: 'feed',
  publish: 'through-desk',
}

/** The form that makes a source known; `isOpen` where it is what the page is about. */
export function addingForm(typed: Typed, isOpen: boolean): Html {
  const line = (option: string, rest: Html): Html =>
    lineFor(option, addingLabels[option] ?? labels[option] ?? option, typed(option), rest)
  const choice = (option: string, values: Readonly<Record<string, string>>): Html =>
    choiceFor(option, addingLabels[option] ?? labels[option] ?? option, typed(option), values)
  return html`<details class="adding"${isOpen && html` open`}><summary>Add a source</summary>
<form class="editor settings" method="post" action="/desk/sources">
${line('name', html` required maxlength="41" pattern="[a-z0-9][a-z0-9\\-]*" placeholder="harbour-board" autocapitalize="none" spellcheck="false"`)}${line('title', html` maxlength="${longestWords}" placeholder="as readers call it"`)}${choice('delivers', deliveries)}${line('feed', html` type="url" maxlength="${longestAddress}" placeholder="https://…"`)}${line('every', html` inputmode="numeric" maxlength="5" placeholder="${usualFeedInterval}"`)}${choice('publish', meanings.publish)}
<p><button>Add it</button></p></form>
<p class="about">A feed is RSS, Atom or JSON Feed. Watched folders and the interfaces of AP and AFP want the machine: <code>npm run -s standfirst -- source add NAME …</code></p></details>`
}

/** The one time that a token can be read. */
export function tokenNotice(name: string, token: string, origin: string): Html {
  return html`The token of ${name}, to be read only now: <code>${token}</code>
It sends a file so: <code>curl -H "Authorization: Bearer TOKEN" --data-binary @story.xml ${origin}/api/v1/wire/${name}</code>`
}
