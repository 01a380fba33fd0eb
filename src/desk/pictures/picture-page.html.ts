import type { PictureOnDesk } from '../../pictures/pictures.ts'
import { routes } from '../../routes.ts'
import { html, type Html } from '../../web/html/html.ts'

/** How wide the picture is shown to click on, in pixels: the style sheet never scales it. */
export const previewWidth = 640

/** Nine places for the keyboard, in thousandths. */
export const thirds = ['top', 'middle', 'bottom'].flatMap((row, y) =>
  ['left', 'centre', 'right'].map((column, x) => ({
    name: `${row} ${column}`,
    x: 167 + 333 * x,
    y: 167 + 333 * y,
  })),
)

export function picturePage(picture: PictureOnDesk): Html {
  const { renditions } = picture
  return html`${picture.uses.map((use) => useForm(picture, use))}
${picture.terms.length > 0 && termsForm(picture)}
${renditions.length > 0 && picture.original && focusForm(picture)}
${fetching(picture)}
${facts(picture)}`
}

function useForm({ id }: PictureOnDesk, use: PictureOnDesk['uses'][number]): Html {
  const { articleId, slug, words, house, reasons } = use
  const name = (field: string) => `${field}-${articleId}`
  const line = (field: 'caption' | 'credit' | 'alt', label: string, hint: string): Html =>
    html`<p><label for="${name(field)}">${label}</label>
<input id="${name(field)}" name="${field}" dir="auto" value="${house[field] ?? ''}" placeholder="${words[field] ?? ''}" aria-describedby="${name(field)}-hint">
<small id="${name(field)}-hint">${hint}</small></p>`
  return html`<section><h2>In <a href="/desk/articles/${slug}">${slug}</a></h2>
${
  reasons.length === 0
    ? html`<p class="about">Readers ${use.isOpen ? 'see it' : 'will see it as soon as the story is open'}.</p>`
    : html`<ul class="alarms">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`
}
<form class="editor" method="post" action="${routes.deskPictureWords.href({ id, article: articleId })}">
${line('caption', 'Caption', 'Who, what, where, when. Empty: as the source has it.')}
${line('credit', 'Credit', 'Who made it, and whom the contract wants named.')}
${line('alt', 'Alternative text', 'What can be seen, for those who cannot see it. Not the caption over again.')}
<p><button>Save the words</button></p>
</form></section>`
}

function termsForm({ id, terms, confirmedBy }: PictureOnDesk): Html {
  return html`<section><h2>Terms of use</h2>
<ul class="alarms">${terms.map((term) => html`<li dir="auto">${term}</li>`)}</ul>
${confirmedBy !== undefined && html`<p class="about">Confirmed by ${confirmedBy}. Other words have to be confirmed anew.</p>`}
<form class="editor" method="post" action="${routes.deskPictureTerms.href({ id })}">
<p><label for="why">Why they let us show it</label><input id="why" name="why" required maxlength="300"></p>
<p><button>Confirm the terms</button></p>
</form></section>`
}

function focusForm({ id, original, focus }: PictureOnDesk): Html {
  if (!original) return html``
  const width = Math.min(previewWidth, original.width)
  const height = Math.round((width * original.height) / original.width)
  return html`<section><h2>Focus</h2>
<p class="about">Click on what every crop must keep. It is at ${focus.x / 10} % from the left and ${focus.y / 10} % from the top.</p>
<form method="post" action="${routes.deskPictureFocus.href({ id })}">
<div class="focus"><input type="image" name="at" src="${routes.deskPicturePreview.href({ id })}" width="${width}" height="${height}" alt="Set the focus where I click"></div>
</form>
<form class="filter" method="post" action="${routes.deskPictureFocus.href({ id })}">
<p><label for="place">Or by name</label> <select id="place" name="place">${thirds.map(({ name }) => html`<option${name === 'middle centre' && html` selected`}>${name}</option>`)}</select></p> <p><button class="quiet">Set the focus</button></p>
</form></section>`
}

function fetching({ id, trouble, source }: PictureOnDesk): Html | false {
  if (source === 'house') return false
  return html`<section><h2>Fetching</h2>
${trouble === undefined ? html`<p class="about">Its file is here.</p>` : html`<ul class="alarms"><li>${trouble}</li></ul>`}
<form method="post" action="${routes.deskPictureFetch.href({ id })}"><button class="quiet">Try again</button></form></section>`
}

function facts({ source, guid, original, metadata, renditions }: PictureOnDesk): Html {
  const formats = [...new Set(renditions.map(({ format }) => format))].join(', ')
  const lines: [string, string | undefined][] = [
    ['Source', source],
    ['Its name there', guid],
    [
      'File',
      original &&
        `${original.contentType}, ${original.width} × ${original.height}, ${Math.round(original.size / 1024)} KB`,
    ],
    [
      'Sizes for readers',
      renditions.length === 0 ? undefined : `${renditions.length} (${formats})`,
    ],
    ['Headline', metadata.headline],
    ['Caption in the file', metadata.caption],
    ['Creator', metadata.creator],
    ['Credit in the file', metadata.credit],
    ['Copyright', metadata.copyright],
    ['Made', metadata.created],
    ['How it was made', metadata.digitalSourceType],
    ['Expires', metadata.expires],
    [
      'Place',
      metadata.hasPosition &&
        'The file says where it was taken, to the metre. Readers’ copies do not.',
    ],
  ]
  return html`<section><h2>About the file</h2><dl class="facts">${lines.map(
    ([name, value]) =>
      value !== undefined && html`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>`,
  )}</dl></section>`
}
