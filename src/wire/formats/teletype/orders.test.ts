/** What teletype messages do to others and when they may be shown; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../../item.ts'
import { itemIn, itemsIn } from '../../../../test/data/wire-item.ts'

const readAll = (text: string): WireItem[] => itemsIn(Buffer.from(text, 'latin1'))
const read = (text: string): WireItem => itemIn(Buffer.from(text, 'latin1'))

interface Anpa {
  number?: string
  keyword?: string
  priority?: string
  lines: string
  foot?: string
}

const anpa = ({ number = 'a2350', keyword = 'BC-Skerry', priority = 'r', lines, foot }: Anpa) =>
  `\u0016\u0016\u0001${number}\u001fmoor-\n${priority} i\u0013\u0011 ${keyword}     05-01 0144\n\u0002${lines}\n\u0003${foot ?? 'AP-WF-05-01-30 0156GMT'}<\n\u0004`

const iptc7901 = (head: string, text: string, slug = 'Lampe/', header = '   dpa 070'): string =>
  `\u0001abc070 4 i 211${header}\r\n\r\n${slug}\r\n\u0002${head} =\r\n\r\n${text}\r\n\u0003011137 GMT Mai 30\r\n\u0004`

const story = '^Keeper stays<\n^By ADA MOOR=\n\t   PORT MOOR (AP) _ The lamp.'

test('ANPA: what is sent ahead waits, whichever way it says so', () => {
  const ahead = (message: Anpa): string => read(anpa(message)).standfirst.held.join()
  assert.match(ahead({ keyword: 'BC-Skerry,ADV05-03', lines: `^BC-Skerry<\n${story}` }), /advance/)
  assert.match(ahead({ lines: `^BC-Skerry, ADV 03<\n${story}` }), /advance copy/)
  assert.match(ahead({ lines: `^BC-Skerry<\n^$adv 03<\n${story}` }), /advance copy/)
  assert.match(ahead({ lines: `^BC-Skerry<\n^ADV FOR SUNDAY, MAY 3<\n${story}` }), /advance copy/)
  assert.match(ahead({ lines: `^BC-Skerry<\n^For Release Sunday<\n${story}` }), /advance copy/)
  assert.equal(ahead({ keyword: 'BC-Advent', lines: `^BC-Advent<\n${story}` }), '')
  assert.equal(ahead({ lines: `^BC-Skerry<\n^For immediate release<\n${story}` }), '')
})

test('ANPA: a kill names its story by a number and a slug anywhere in its first lines', () => {
  const meant = ['urn:anpa1312:AP:20300501:a2346', 'urn:anpa1312:ap:20300501:slug-bc-skerry-lamp']
  const killed = (lines: string, keyword = 'BC-Skerry'): string[] => {
    const { stops } = read(anpa({ keyword, lines })).standfirst
    assert.equal(stops?.pubStatus, 'canceled')
    return [stops.uri, ...(stops.aliases ?? [])].filter((name) => !/:number-/.test(name))
  }
  assert.deepEqual(killed('^BC-Skerry, Bulletin KILL<\n^EDITORS:=\n^Please KILL the story slugged BC-Skerry--Lamp sent as a2346. It was wrong.='), meant) // prettier-ignore
  assert.deepEqual(killed('^KILL<\n^MANDATORY KILL BC-Skerry--Lamp, a2346<\n\t   It was wrong.'), meant) // prettier-ignore
})

test('ANPA: a slug or headline that only has the word stops nothing', () => {
  for (const slug of ['BC-Flood-Kill', 'BBO-Hold', 'BC-Kill Bill']) {
    const item = read(anpa({ lines: `^${slug}<\n^Tigers put rivals on hold<\n\t   Lit.` }))
    assert.deepEqual(item.standfirst.held, [], slug)
  }
})

test('ANPA: a note to editors is one with and without a full stop', () => {
  for (const note of ['(Eds.: Call 5550.)', 'EDITORS: Call 5550.', 'Eds: Call 5550.']) {
    const item = read(anpa({ lines: `^BC-Skerry<\n^Keeper stays<\n^${note}<\n^By ADA MOOR=\n\t   Lit.` })) // prettier-ignore
    assert.equal(item.edNote, note)
    assert.doesNotMatch(JSON.stringify({ ...item, edNote: '', standfirst: {} }), /5550/)
  }
})

test('ANPA: a headline about editors is none to them', () => {
  const item = read(
    anpa({ lines: '^BC-Skerry<\n^Editors, keepers honored<\n^By ADA MOOR=\n\t   Lit.' }),
  )
  assert.equal(item.headlines[0]?.value, 'Editors, keepers honored')
})

test('ANPA: feet of other services name their time, and a service may have no letter', () => {
  const at = (foot: string): string | undefined =>
    read(anpa({ lines: `^BC-Skerry<\n${story}`, foot })).versionCreated
  assert.equal(at('NYT-05-01-30 2056EDT'), '2030-05-02T00:56:00.000Z')
  assert.equal(at('AP-WF-05-01-97 0056GMT'), '1997-05-01T00:56:00.000Z')
  const reuters = read(
    anpa({
      number: '2346',
      lines: 'BC-LAMP-LIT\nKeeper stays\n    PORT MOOR (Reuter) - Lit.\n    More.\n REUTER',
      foot: 'Reut00:56 05-01-30',
    }),
  )
  assert.equal(reuters.uri, 'urn:anpa1312:Reuters:20300501:2346')
  assert.equal(reuters.headlines[0]?.value, 'Keeper stays')
  assert.equal(reuters.standfirst.bodyText, 'PORT MOOR (Reuter) - Lit.\n\nMore.')
})

test('IPTC 7901: a kill in another language names its message by the number', () => {
  const stopped = (head: string, text: string) => read(iptc7901(head, text)).standfirst.stops
  const named = stopped('KILL KILL KILL', 'Bitte verwenden Sie die Meldung dpa 061 nicht.')
  assert.equal(named?.uri, 'urn:iptc7901:dpa:20300501:abc061')
  assert.deepEqual(named.aliases, ['urn:iptc7901:dpa:20300501:number-61'])
  assert.equal(stopped('ANNULATION', 'La depeche ABC061 est fausse.')?.uri, named.uri)
  assert.equal(stopped('HOLD HOLD', 'dpa 061 wird geprueft.')?.pubStatus, 'withheld')
  assert.equal(stopped('KILL KILL KILL', 'Die Meldung ist falsch.'), undefined)
})

test('IPTC 7901: a correction in brackets or in the slug waits for its match', () => {
  for (const item of [
    read(iptc7901('(Korrektur: Zahl im zweiten Absatz)\r\nLampe brennt', '   Lit.')),
    read(iptc7901('Lampe brennt (Berichtigung: Zahl)', '   Lit.')),
    read(iptc7901('Lampe brennt', '   Lit.', 'Lampe/KORREKTUR/')),
  ]) {
    assert.deepEqual(item.headlines, [{ role: 'main', value: 'Lampe brennt' }])
    assert.equal(item.standfirst.signals[0]?.kind, 'correction')
    assert.match(item.standfirst.held.join(), /match it first/)
  }
})

test('Belga: its header names language, number and what is corrected; its marks leave the text', () => {
  const belga = (header: string, headline = 'Lamp'): WireItem =>
    read(
      `INT001 3 GEN 0091 ${header}\nDIVERS/\n${headline}\n\n   MOOR 31/07 (BELGA) = Lit.\n   More.\nVDH/FUL/\n./.CVN\n310100 JUL 97\n`,
    )
  const item = belga('F BELGA-0031')
  assert.equal(item.uri, 'urn:iptc7901:belga:19970731:INT001')
  assert.deepEqual(item.standfirst.aliases?.slice(0, 1), ['urn:iptc7901:belga:19970731:number-31'])
  assert.deepEqual([item.language, item.standfirst.held], ['fr', []])
  assert.equal(item.standfirst.bodyText, 'MOOR 31/07 (BELGA) = Lit.\n\nMore.')
  assert.match(belga('N BELGA-0031 COR 703').standfirst.held.join(), /match it first/)
  const third = belga('F BELGA-0032', 'Lamp (3DER)')
  assert.equal(third.headlines[0]?.value, 'Lamp')
  assert.match(third.standfirst.held.join(), /match it first/)
})

test('a message to the users of a service is told by a part of its slug', () => {
  const item = read(iptc7901('Agenda', '   Lit.', 'ATTENTION USERS/LAMPES/'))
  assert.match(item.standfirst.held.join(), /for editors/)
})

test('several messages of one file are as many items, with and without marks', () => {
  const two = readAll(
    iptc7901('Eins', '   Lit.') + iptc7901('Zwei', '   Dark.').replace('070', '071'),
  )
  assert.deepEqual(two.map(({ headlines }) => headlines[0]?.value), ['Eins', 'Zwei']) // prettier-ignore
  assert.deepEqual(two.map(({ standfirst }) => standfirst.held), [[], []]) // prettier-ignore
  const anpas = readAll(anpa({ lines: `^BC-A<\n${story}` }) + anpa({ number: 'a2351', lines: `^BC-B<\n${story}` })) // prettier-ignore
  assert.deepEqual(anpas.map(({ slugline }) => slugline), ['BC-A', 'BC-B']) // prettier-ignore
  const bare = (n: number): string =>
    `INT00${n} 3 GEN 0091 F BELGA-003${n}\nDIVERS/\nLamp ${n}\n\n   MOOR (BELGA) = Lit.\n./.\n310100 JUL 97\n\n`
  const spool = readAll(`[31-JUL-97  00:00]\n\n${bare(1)}${bare(2)}${bare(3)}`)
  assert.deepEqual(spool.map(({ headlines }) => headlines[0]?.value), ['Lamp 1', 'Lamp 2', 'Lamp 3']) // prettier-ignore
})
