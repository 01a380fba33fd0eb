import { routes } from '../../routes.ts'
import { html, type Html } from '../../web/html/html.ts'
import { mostKinds } from '../policy/policy.ts'
import type { Typed } from './desk-page.ts'

/** The lists of words by which a story is known to be of a kind, as the form names them. */
export const marks = {
  sections: 'Sections (their slugs)',
  genres: 'Genres (names or addresses)',
  subjects: 'Subjects (names or addresses)',
  keywords: 'Words that begin the headline, or stand in the slugline',
} as const

/** What machine summaries may do; every field as it stands or as it was typed. */
export function policyForm(typed: Typed, kinds: number): Html {
  return html`<form class="editor" method="post" action="${routes.deskSummaryPolicy.href()}" data-keep>
    ${choice(typed, 'extract', 'Sentences chosen from the article', whenWords)}
    ${choice(typed, 'model', 'Sentences that a model wrote', whenWords)}
    ${choice(typed, 'make', 'A model writes', {
      asked: 'where a reader or an editor asks',
      'each-revision': 'for each new revision',
    })}
    ${choice(typed, 'box', 'The summary on the page is', {
      open: 'open from the start',
      closed: 'closed until a reader opens it',
    })}
    <p><label for="briefWords">An article is a brief, and has none, below so many words</label>
      <input id="briefWords" name="briefWords" inputmode="numeric" pattern="[0-9]*" maxlength="4" value="${typed('briefWords')}"></p>
    <h2>Stories that have none</h2>
    <p>A story is of a kind if any of its marks fits. Marks are parted by commas. A kind without a name goes.</p>
    ${Array.from({ length: kinds }, (_, i) => kindFields(typed, i))}
    ${kinds < mostKinds && kindFields(typed, kinds)}
    <div><button>Keep</button></div>
  </form>`
}

const whenWords = {
  'at-once': 'go out at once',
  'after-examination': 'go out after an editor has examined them',
}

function choice(typed: Typed, name: string, legend: string, values: Record<string, string>): Html {
  return html`<fieldset><legend>${legend}</legend>${Object.entries(values).map(
    ([value, words]) =>
      html`<label class="box"><input type="radio" name="${name}" value="${value}"${typed(name) === value && html` checked`}> ${words}</label>`,
  )}</fieldset>`
}

function kindFields(typed: Typed, i: number): Html {
  const name = typed(`kind-${i}-name`)
  const id = (key: string) => `kind-${i}-${key}`
  const text = (key: string, label: string, most: number) =>
    html`<p><label for="${id(key)}">${label}</label><textarea id="${id(key)}" name="${id(key)}" rows="2" maxlength="${most}" dir="auto">
${typed(id(key))}</textarea></p>`
  return html`<details${name === '' && typed(id('reason')) !== '' && html` open`}><summary>${name === '' ? 'Another kind' : name}</summary>
    <p><label for="${id('name')}">Name</label><input id="${id('name')}" name="${id('name')}" maxlength="60" value="${name}" dir="auto"></p>
    ${text('reason', 'Why it has none, in a sentence for readers', 300)}
    ${Object.entries(marks).map(([key, label]) => text(key, label, 5000))}
  </details>`
}
