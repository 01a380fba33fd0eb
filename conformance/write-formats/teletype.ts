/**
 * The two plain-text formats. A message has a number and no versions: a new lead, a take and a kill
 * are messages of their own that speak of another one.
 */
import type { Dispatch } from '../story.ts'
import type { Need, WireFormat } from './format.ts'

const can: Need[] = [
  'revision',
  'private note',
  'take',
  'writethru as new message',
  'kill by reference',
]

const [padding, begins, starts, ends] = ['\u0016\u0016', '\u0001', '\u0002', '\u0003']

/** IPTC 7901: header line, slug, STX, headline up to "=", text wrapped at 69 characters, ETX, day. */
export const iptc7901: WireFormat = {
  name: 'iptc-7901',
  extension: 'txt',
  place: 'Gullness',
  can,
  guid: ({ number }) => `mna0${number}`,
  write: (dispatch) => {
    const { number, place, created, byline, privateNote, stops } = dispatch
    const text =
      stops === undefined
        ? dispatch.body
        : [`Please kill item mna ${stops.number} (${stops.slugline}).`, ...dispatch.body]
    const note =
      privateNote === undefined
        ? []
        : ['', '# # #', '', '## Notebook', 'Not for publication:', ...wrapped(privateNote)]
    return [
      `${begins}mna0${number} 4 pl ${String(text.join(' ').split(' ').length).padStart(3, '0')} mna ${number}`,
      '',
      sluglineOf(dispatch),
      starts + leadOf(dispatch) + (stops === undefined ? `By ${byline}, Meridian\r\n` : ''),
      ...wrapped(`${dispatch.headline} =`),
      '',
      ...text.flatMap((paragraph, at) => [
        ...wrapped(
          at === 0 && stops === undefined ? `${place} (mna) - ${paragraph}` : paragraph,
          '   ',
        ),
        '',
      ]),
      ...note,
      `${ends}${dayOf(created)}`,
      '',
    ].join('\r\n')
  },
}

/** ANPA 1312: two header lines, lines set apart by "^", text, and the time behind ETX. */
export const anpa1312: WireFormat = {
  name: 'anpa-1312',
  extension: 'txt',
  place: 'Brackwater',
  can: [...can, 'embargo without time'],
  guid: ({ number }) => `w0${number}`,
  write: (dispatch) => {
    const { number, created, place, byline, privateNote, stops } = dispatch
    const [, month, day] = created.slice(0, 10).split('-')
    const count = dispatch.body.join(' ').split(' ').length
    const text =
      stops === undefined
        ? dispatch.body
        : [`Kill w0${stops.number}, ${stops.slugline}.`, ...dispatch.body]
    const slugline = sluglineOf(dispatch)
    return [
      `${padding}${begins}w0${number}\u001f`,
      `${dispatch.embargo === '' ? 'a' : 'r'} w ${slugline.replaceAll(' ', '')} ${month}-${day} ${String(count).padStart(4, '0')}`,
      `${starts}^${slugline},${count}<`,
      `^${dispatch.headline}<`,
      ...(privateNote === undefined ? [] : [`^Eds: ${privateNote}<`]),
      ...(stops === undefined ? [`^By ${byline.toUpperCase()}=`, '^Meridian Press='] : []),
      ...text.flatMap((paragraph, at) => [
        `\t   ${at === 0 && stops === undefined ? `${place.toUpperCase()} (MNA) _ ` : ''}${paragraph}`,
        ' ',
      ]),
      `${ends}MNA-WF-${month}-${day}-${created.slice(2, 4)} ${created.slice(11, 16).replace(':', '')}GMT<`,
      '',
    ].join('\n')
  },
}

function sluglineOf({ slugline, take, writethru }: Dispatch): string {
  const nth = ['', '1st', '2nd', '3rd'][(take ?? 1) - 1]
  const number = take === undefined || take === 1 ? '' : `, ${nth} Add`
  return `${slugline}${number}${writethru === undefined ? '' : `, ${writethru}st Ld-Writethru`}`
}

/** IPTC 7901 says above the headline what the message does. */
function leadOf({ take, writethru }: Dispatch): string {
  if (take !== undefined) return `TAKE ${take}\r\n`
  return writethru === undefined ? '' : `${writethru}ST LEAD\r\n`
}

/** "020800 GMT Mar 26": day, hour, minute, zone, month, year. */
function dayOf(created: string): string {
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
  const month = months[Number(created.slice(5, 7)) - 1]
  return `${created.slice(8, 10)}${created.slice(11, 13)}${created.slice(14, 16)} GMT ${month} ${created.slice(2, 4)}`
}

/** Lines of at most 69 characters, as teletypes have them. */
function wrapped(text: string, indent = ''): string[] {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    const longer = line.trim() === '' ? line + word : `${line} ${word}`
    if (longer.length > 69) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
