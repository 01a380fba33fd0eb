/**
 * Speed for the desk, which works without it: lines by keyboard, lists that refresh themselves,
 * embargoes that count down, and a warning before typed text is left behind.
 */
import { readPage, say } from '../web/assets/own-pages.browser.ts'

let current: string | undefined
let goes = false

const lines = () => [...document.querySelectorAll<HTMLElement>('.row')]
const place = () => lines().findIndex((line) => line.dataset['row'] === current)

document.addEventListener('keydown', (event) => {
  const at = event.target as HTMLElement
  if (event.key === 'Escape') return at.blur()
  if (event.ctrlKey || event.metaKey || event.altKey || at.closest('input,textarea,select')) return
  const wentBefore = goes
  goes = event.key === 'g'
  if (wentBefore) return go(event.key)
  const steps: Record<string, () => unknown> = {
    j: () => step(1),
    k: () => step(-1),
    x: act,
    '/': () => document.querySelector<HTMLElement>('[data-search]')?.focus(),
    '?': () => document.querySelector('.keys')?.toggleAttribute('open'),
  }
  const does = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined
  if (!does) return
  event.preventDefault()
  does()
})

document.addEventListener('focusin', ({ target }) => {
  const line = (target as HTMLElement).closest<HTMLElement>('.row')
  if (line) choose(line)
})

function go(key: string): void {
  document.querySelector<HTMLElement>(`[data-go="${CSS.escape(key)}"]`)?.click()
}

function step(by: number): void {
  const all = lines()
  const line = all[Math.max(0, Math.min(all.length - 1, place() + by))]
  if (!line) return
  const link = line.querySelector<HTMLElement>('a,summary,button') ?? line
  link.focus({ preventScroll: true })
  choose(line)
  line.scrollIntoView({ block: 'nearest' })
}

function choose(line: HTMLElement): void {
  current = line.dataset['row']
  for (const each of lines()) each.classList.toggle('current', each === line)
}

/** Opens what there is to do on the line, and puts the cursor where the reason is typed. */
function act(): void {
  const where = lines()[place()] ?? document
  const what = where.querySelector<HTMLElement>('[data-act]')
  if (what instanceof HTMLDetailsElement) what.open = true
  what?.querySelector<HTMLElement>('input:not([type=hidden]),button')?.focus()
}

let wait = 0
let ended = false

async function refresh(): Promise<void> {
  const now = document.querySelector<HTMLElement>('#live')
  const every = Number(now?.dataset['live'] ?? 0)
  if (!now || !every || ended || document.hidden || ++wait < every) return
  wait = 0
  if (isBusy(now)) return
  const answer = await fetch(location.href, { headers: { 'X-Requested-With': 'poll' } }).catch(
    () => undefined,
  )
  if (answer?.status === 404) return signedOut()
  if (!answer?.ok || isBusy(now)) return
  const page = readPage(await answer.text())
  const next = page.querySelector<HTMLElement>('#live')
  const counts = page.querySelector('.bar nav')
  if (counts) replace(document.querySelector('.bar nav'), counts)
  if (next && next.innerHTML !== now.innerHTML) show(now, next)
}

/** Where somebody is typing, or has opened something, nothing moves. */
function isBusy(live: HTMLElement): boolean {
  return Boolean(live.querySelector('details[open]') ?? live.querySelector('input:focus'))
}

function show(now: HTMLElement, next: HTMLElement): void {
  const known = new Set(lines().map((line) => line.dataset['row']))
  const hadFocus = now.contains(document.activeElement)
  now.replaceWith(document.adoptNode(next))
  const fresh = lines().filter((line) => !known.has(line.dataset['row']))
  for (const line of fresh) line.classList.add('fresh')
  if (fresh.length > 0) say(`${fresh.length} new`)
  const line = lines()[place()]
  if (!line) return
  choose(line)
  if (hadFocus) line.querySelector<HTMLElement>('a,summary,button')?.focus({ preventScroll: true })
}

function replace(now: Element | null, next: Element): void {
  if (now && now.innerHTML !== next.innerHTML && !now.contains(document.activeElement))
    now.replaceWith(document.adoptNode(next))
}

function signedOut(): void {
  ended = true
  const note = document.createElement('p')
  note.className = 'notice trouble'
  note.setAttribute('role', 'alert')
  note.textContent = 'You have been signed out. Ask for a new link to go on.'
  document.querySelector('h1')?.after(note)
}

function countDown(): void {
  for (const left of document.querySelectorAll<HTMLElement>('[data-until]')) {
    const s = Math.max(0, Math.ceil((Date.parse(left.dataset['until'] ?? '') - Date.now()) / 1000))
    const [d, h, m] = [Math.floor(s / 86400), Math.floor(s / 3600), Math.floor(s / 60)]
    const text = d
      ? `${d} d ${h % 24} h`
      : h
        ? `${h} h ${m % 60} min`
        : m
          ? `${m} min ${s % 60} s`
          : `${s} s`
    if (left.textContent !== text) left.textContent = text
  }
}

let typed = false
const kept = document.querySelector<HTMLFormElement>('form[data-keep]')
kept?.addEventListener('input', () => (typed = true))
kept?.addEventListener('submit', () => (typed = false))
window.addEventListener('beforeunload', (event) => {
  if (typed) event.preventDefault()
})

setInterval(() => {
  countDown()
  void refresh()
}, 1000)
