/**
 * Comfort for pages that work without it. A form marked `data-swap="#id"` is sent in the background,
 * and the element `#id` of the page that comes back takes the place of the one that is here. Whatever
 * goes wrong on the way is left to the browser's own way of sending a form.
 */
interface Policy {
  createHTML(markup: string): string
}

const { trustedTypes } = window as {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy }
}
// DOMParser runs no script of the page that it reads, and the page is this site's own.
const policy = trustedTypes?.createPolicy('standfirst', { createHTML: (markup) => markup })

const voice = document.createElement('p')
voice.className = 'vh'
voice.setAttribute('role', 'status')
document.body.append(voice)

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  const selector = form.dataset['swap']
  if (!selector) return
  event.preventDefault()
  if (form.ariaBusy === 'true') return
  form.ariaBusy = 'true'
  const fields = new URLSearchParams()
  // The button is passed separately: it carries the mood that was clicked.
  new FormData(form, event.submitter).forEach((value, name) => fields.append(name, String(value)))
  void bring(form.action, selector, fields, form).then((came) => {
    form.ariaBusy = null
    if (!came) resend(form, event.submitter)
  })
})

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a')
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return
  if (link.dataset['reply'] && openReply(link, link.dataset['reply'])) event.preventDefault()
  if (!link.closest('.sort')) return
  event.preventDefault()
  void bring(link.href, '#comments').then((came) => {
    if (!came) location.assign(link.href)
  })
})

/** Says whether an answer came that could be shown here. */
async function bring(
  address: string,
  selector: string,
  fields?: URLSearchParams,
  form?: HTMLFormElement,
): Promise<boolean> {
  const headers = { Accept: 'text/html', 'X-Requested-With': 'swap' }
  try {
    const answer = await fetch(
      address,
      fields ? { method: 'POST', body: fields, headers } : { headers },
    )
    const markup = await answer.text()
    // TypeScript knows no TrustedHTML; to the parser it is as good as a string.
    const came = new DOMParser().parseFromString(policy?.createHTML(markup) ?? markup, 'text/html')
    const next = came.querySelector<HTMLElement>(selector)
    const now = document.querySelector<HTMLElement>(selector)
    if (next && now) swap(now, next)
    else if (form) explain(form, came)
    else return false
    return true
  } catch {
    return false
  }
}

function swap(now: HTMLElement, next: HTMLElement): void {
  const known = new Set([...now.querySelectorAll('[id]')].map((element) => element.id))
  const spot = spotOfFocus(now)
  now.replaceWith(document.adoptNode(next))
  const refused = next.querySelector<HTMLElement>('.error')
  const posted = [...next.querySelectorAll<HTMLElement>('.comment')].find(
    ({ id }) => !known.has(id),
  )
  const others = known.size > 0 && next.id === 'comments' && spot.includes('.write')
  const goal = refused ?? (others ? posted : undefined)
  say(
    refused?.textContent ??
      (others ? 'Your comment is here' : (next.querySelector('.label')?.textContent ?? 'Done')),
  )
  const same = spot ? next.querySelector<HTMLElement>(spot) : null
  focus(goal ?? same ?? next)
  goal?.scrollIntoView({ block: 'nearest' })
}

/** A selector that finds, in the new element, what had the focus in the old one. */
function spotOfFocus(inside: HTMLElement): string {
  const focused = document.activeElement
  if (!focused || !inside.contains(focused)) return ''
  if (focused instanceof HTMLButtonElement && focused.value)
    return `button[value="${focused.value}"]`
  if (focused.closest('.sort'))
    return `.sort a:nth-of-type(${[...(focused.parentElement?.children ?? [])].indexOf(focused) + 1})`
  const comment = focused.closest('.write') ? null : focused.closest('.comment')
  return comment
    ? `#${CSS.escape(comment.id)} button`
    : focused.closest('.write')
      ? '.write button'
      : 'h2'
}

function focus(element: HTMLElement): void {
  if (element.tabIndex < 0) element.tabIndex = -1
  element.focus({ preventScroll: true })
}

function say(text: string): void {
  voice.textContent = text
}

/** A problem page came back: its sentence is shown where the reader is. */
function explain(form: HTMLFormElement, came: Document): void {
  const text = came.querySelector('[data-problem]')?.textContent ?? came.title
  const error = form.querySelector('.error') ?? document.createElement('p')
  error.className = 'error'
  error.setAttribute('role', 'alert')
  error.textContent = text
  form.prepend(error)
}

function resend(form: HTMLFormElement, button: HTMLElement | null): void {
  delete form.dataset['swap']
  form.requestSubmit(button)
}

/** Puts the form for a reply under the comment; the second click takes it away. */
function openReply(link: HTMLElement, parent: string): boolean {
  const main = document.querySelector<HTMLFormElement>('.write[data-swap]')
  const place = link.closest('form')
  if (!main || !place) return false
  const open = document.querySelector('.write.reply')
  open?.remove()
  if (open && open.previousElementSibling === place) return true
  const form = main.cloneNode(true) as HTMLFormElement
  form.classList.add('reply')
  form.querySelectorAll('.error,[name=parent]').forEach((element) => element.remove())
  form.querySelectorAll('[id]').forEach((element) => (element.id += `-${parent}`))
  form.querySelectorAll('label').forEach((label) => (label.htmlFor += `-${parent}`))
  const hidden = document.createElement('input')
  Object.assign(hidden, { type: 'hidden', name: 'parent', value: parent })
  form.append(hidden)
  const text = form.querySelector('textarea')
  if (text) text.value = ''
  const name = place.parentElement?.querySelector('.who b')?.textContent ?? ''
  const label = form.querySelector('label')
  if (label) label.textContent = `Reply to ${name}`
  place.after(form)
  text?.focus()
  return true
}
