/**
 * Comfort for pages that work without it. A form marked `data-swap="#id"` is sent in the background,
 * and the element `#id` of the page that comes back takes the place of the one that is here. Where
 * no page comes back, the browser sends the form in its own way.
 */
import { readPage, say } from './own-pages.browser.ts'

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  const button = event.submitter
  const selector = form.dataset['swap']
  if (!selector) return
  event.preventDefault()
  if (form.ariaBusy) return
  form.ariaBusy = 'true'
  const fields = new URLSearchParams()
  // The button is named, because it carries the mood that was clicked.
  new FormData(form, button).forEach((value, name) => fields.append(name, String(value)))
  void answerTo(form.action, fields).then((page) => {
    form.ariaBusy = null
    if (page) show(page, selector, form)
    // Not before the event is over: a form that is being sent cannot be sent again.
    else setTimeout(resend, 0, form, button)
  })
})

function resend(form: HTMLFormElement, button: HTMLElement | null): void {
  delete form.dataset['swap']
  form.requestSubmit(button)
}

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a')
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return
  const parent = link.dataset['reply']
  if (parent && openReply(link, parent)) event.preventDefault()
  if (!link.matches('#comments > .sort a,#comments > .links a')) return
  event.preventDefault()
  void answerTo(link.href).then((page) => {
    if (!page || !show(page, '#comments')) return location.assign(link.href)
    // The address says what is read now, for a reload and for what is sent from here.
    history.replaceState(null, '', link.href)
  })
})

async function answerTo(address: string, body?: URLSearchParams): Promise<Document | undefined> {
  const headers = { Accept: 'text/html', 'X-Requested-With': 'swap' }
  try {
    const answer = await fetch(address, body ? { method: 'POST', body, headers } : { headers })
    return readPage(await answer.text())
  } catch {
    return undefined
  }
}

function show(page: Document, selector: string, form?: HTMLFormElement): boolean {
  const error = form && page.querySelector('.error,[data-problem]')
  const next = page.querySelector<HTMLElement>(selector)
  const now = document.querySelector<HTMLElement>(selector)
  if (error) explain(form, error.textContent)
  else if (next && now) swap(now, next, form)
  return Boolean(next && now)
}

function swap(now: HTMLElement, next: HTMLElement, form?: HTMLFormElement): void {
  const known = new Set([...now.querySelectorAll('.comment')].map(({ id }) => id))
  const spot = spotOfFocus(now)
  const wrote = form?.matches('.write')
  now.replaceWith(document.adoptNode(next))
  const comments = [...next.querySelectorAll<HTMLElement>('.comment')]
  const posted = wrote ? comments.find(({ id }) => !known.has(id)) : undefined
  keepWriting(now, next, form)
  focus(posted ?? (spot ? next.querySelector<HTMLElement>(spot) : null) ?? next)
  posted?.scrollIntoView({ block: 'nearest' })
  const label = next.querySelector(':scope > .label, details > .label')
  say(posted ? 'Your comment is here' : (label?.textContent ?? '').trim())
}

/** What a reader is writing elsewhere in the conversation is not lost when it is drawn anew. */
function keepWriting(now: HTMLElement, next: HTMLElement, form?: HTMLFormElement): void {
  for (const id of ['#comment-name', '#comment-text']) {
    const from = now.querySelector<HTMLInputElement>(id)
    const to = next.querySelector<HTMLInputElement>(id)
    const sent = form?.contains(from) && id === '#comment-text'
    if (from?.value && to && !sent) to.value = from.value
  }
  const reply = now.querySelector('.reply')
  const place = reply?.closest('.comment')?.id
  if (reply && reply !== form)
    next.querySelector(`#${CSS.escape(place ?? '')} > form`)?.after(reply)
}

/** A selector that finds, in the new element, what had the focus in the old one. */
function spotOfFocus(inside: HTMLElement): string {
  const focused = document.activeElement
  if (!focused || !inside.contains(focused)) return ''
  if (focused instanceof HTMLButtonElement && focused.value) return `[value="${focused.value}"]`
  const link = focused.closest('.sort a')?.getAttribute('href')
  if (link) return `[href="${link}"]`
  const comment = focused.closest('.comment')?.id
  return comment ? `#${CSS.escape(comment)} button` : 'h2'
}

function focus(element: HTMLElement): void {
  if (element.tabIndex < 0) element.tabIndex = -1
  element.focus({ preventScroll: true })
}

/** It was not taken: the reason stands in the form that was sent, which keeps what was typed. */
function explain(form: HTMLFormElement, words: string | null): void {
  const error = form.querySelector<HTMLElement>('.error') ?? document.createElement('p')
  const text = form.querySelector('textarea')
  error.className = 'error'
  error.setAttribute('role', 'alert')
  error.textContent = words
  form.prepend(error)
  if (text) {
    error.id = `${text.id}-error`
    text.setAttribute('aria-invalid', 'true')
    text.setAttribute('aria-describedby', error.id)
  }
  focus(error)
}

/** Puts the form for a reply under the comment; the second click takes it away. */
function openReply(link: HTMLElement, parent: string): boolean {
  const main = document.querySelector<HTMLFormElement>('.write[data-swap]')
  const place = link.closest('form')
  if (!main || !place) return false
  const before = document.querySelector('.reply')
  const again = before && before.previousElementSibling === place
  before?.remove()
  if (!again) place.after(replyForm(main, parent, place.parentElement))
  document.querySelector<HTMLElement>('.reply textarea')?.focus()
  return true
}

function replyForm(main: HTMLFormElement, parent: string, comment: Element | null): Element {
  const form = main.cloneNode(true) as HTMLFormElement
  form.classList.add('reply')
  form.querySelectorAll('.error,[name=parent]').forEach((element) => element.remove())
  form.querySelectorAll('[id]').forEach((element) => (element.id += `-${parent}`))
  form.querySelectorAll('label').forEach((label) => (label.htmlFor += `-${parent}`))
  const hidden = document.createElement('input')
  Object.assign(hidden, { type: 'hidden', name: 'parent', value: parent })
  form.append(hidden)
  form.querySelectorAll('textarea').forEach((text) => {
    text.value = ''
    text.removeAttribute('aria-invalid')
    text.removeAttribute('aria-describedby')
  })
  const button = form.querySelector('button')
  if (button) button.textContent = 'Post reply'
  const label = form.querySelector('label')
  if (label) label.textContent = `Reply to ${comment?.querySelector('.who b')?.textContent ?? ''}`
  return form
}
