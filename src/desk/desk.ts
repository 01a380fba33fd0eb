export { newDeskLink } from './door/sessions.ts'

/** The desk answers to this machine's own name only, whatever readers call the site. */
export function deskOrigin(origin: string, port: number): string {
  const url = new URL(origin)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return isHere ? url.origin : `http://localhost:${port}`
}
