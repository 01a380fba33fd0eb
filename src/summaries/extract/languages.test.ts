import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageOf } from '../language/languages.ts'
import { lexiconOf } from '../language/lexicon.ts'
import { candidatesOf, datelineLength } from './candidates.ts'

/** The forms in which agencies open a story, with the sentence that is left. */
const datelines: [string, string][] = [
  ['Madrid, 12 may (EFE).- ', 'El ayuntamiento compró la isla.'],
  ['Buenos Aires, 3 sep (EFE) - ', 'El ayuntamiento compró la isla.'],
  ['San José, Costa Rica, 12 may. (EFE).– ', '«No la vendemos», dijo la alcaldesa.'],
  ['PARIS, 12 mai 2026 (AFP) - ', 'La mairie a acheté l’île.'],
  ['Saint-Étienne (AFP) – ', '« Nous ne la vendons pas », a dit la maire.'],
  ['Berlin (dpa) - ', 'Die Stadt hat die Insel gekauft.'],
  ['Köln/Bonn (dpa/lnw) - ', '„Wir verkaufen sie nicht“, sagte die Bürgermeisterin.'],
  ['Frankfurt am Main (dpa-AFX) – ', 'Die Stadt hat die Insel gekauft.'],
  ['MANILA, May 12 (PNA) – ', 'Binili ng lungsod ang isla.'],
  ['LUNGSOD NG QUEZON (PNA) -- ', 'Binili ng lungsod ang isla.'],
  ['MANILA — ', 'Binili ng lungsod ang isla.'],
  ['Genève (ats afp) ', 'La ville a acheté l’île.'],
  ['London (CNN) ', 'The town bought the island.'],
]
for (const [dateline, rest] of datelines)
  test(`a dateline stays out: ${dateline}`, () => {
    assert.equal(datelineLength(dateline + rest), dateline.length)
  })

const noDatelines = [
  'Die Umweltministerin Greta Lohmann (Grüne Liste) sprach von einem Schritt.',
  'Bürgermeisterin Ines Kolb (SPD) hat die Insel gekauft.',
  'El Partido Popular (PP) ganó las elecciones.',
  "L'Organisation mondiale de la santé (OMS) a annoncé un plan.",
  'Binili ng Department of Health (DOH) ang gusali.',
]
for (const sentence of noDatelines)
  test(`no dateline: ${sentence}`, () => assert.equal(datelineLength(sentence), 0))

interface Chosen {
  tag: string
  fit: string[]
  leaning: string[]
  unfit: string[]
}

/** Sentences that a summary may take, may take only behind the one before, and may not take. */
const sentences: Chosen[] = [
  {
    tag: 'es',
    fit: [
      '«No vendemos la isla a nadie», dijo el martes la alcaldesa Inés Soler.',
      '«No vendemos la isla a nadie», dijo la alcaldesa durante la visita.',
      'La alcaldesa llamó al plan «un regalo para los vecinos».',
      'El Sr. Rey y la Dra. Soler votaron ayer a favor del plan.',
    ],
    leaning: [
      'Sin embargo, la alcaldesa no quiso dar el precio de la isla.',
      'Por su parte, el rival de la alcaldesa votó en contra del plan.',
      'Ella no quiso dar a nadie el precio de la isla.',
      'Añadió también que nadie más quiso comprar la isla.',
      '«No vendemos la isla a nadie», explicó durante la visita.',
      '«No vendemos la isla a nadie», dijo ayer.',
    ],
    unfit: [
      '«No vendemos la isla a nadie, dijo el martes la alcaldesa Inés Soler.',
      '«No vendemos la isla a nadie, ni ahora ni nunca».',
      'Lea también: la historia de la isla que nadie quiso comprar.',
      '¿Quién pagará el nuevo barco de la isla de Fena?',
      'Foto de archivo de la isla de Fena en el verano pasado.',
    ],
  },
  {
    tag: 'fr',
    fit: [
      '« Nous ne vendons l’île à personne », a dit mardi la maire, Inès Morel.',
      'La maire a qualifié le projet de « cadeau pour les habitants ».',
      'M. Rey et Mme Morel ont voté hier pour le projet de la ville.',
    ],
    leaning: [
      'En revanche, la maire n’a pas voulu donner le prix de l’île.',
      '« Nous ne vendons l’île à personne », a-t-elle dit mardi.',
      'Elle n’a pas voulu donner le prix de cette île aux habitants.',
      'C’est la première fois que la ville achète une île entière.',
    ],
    unfit: [
      '« Nous ne vendons l’île à personne, a dit mardi la maire, Inès Morel.',
      '« Nous ne vendons cette île à personne, jamais. »',
      'Lire aussi : l’histoire de l’île que personne ne voulait acheter.',
      'Qui va payer le nouveau bateau de l’île de Fenne ?',
    ],
  },
  {
    tag: 'de',
    fit: [
      '„Wir verkaufen die Insel an niemanden“, sagte Bürgermeisterin Ines Kolb.',
      'Die Stadt teilte mit, dass sie die Insel behalten will.',
      'Die Bürgermeisterin nannte den Plan „ein Geschenk für alle“.',
      'Am 3. Mai kaufte die Stadt die Insel für 2,5 Mio. Euro.',
      'Das Schiff wird noch vor dem nächsten Sommer repariert.',
    ],
    leaning: [
      'Allerdings wollte die Bürgermeisterin den Preis nicht nennen.',
      '„Wir verkaufen die Insel an niemanden“, sagte sie am Dienstag.',
      'Beim Preis der Insel wollte sie keine Zahl nennen.',
      'Sie wollte den Preis der Insel am Dienstag nicht nennen.',
      'Das teilte die Bürgermeisterin am Dienstag im Rathaus mit.',
    ],
    unfit: [
      '„Wir verkaufen die Insel an niemanden, sagte Bürgermeisterin Ines Kolb.',
      '„Wir verkaufen die Insel an niemanden, auch nicht später.“',
      'Lesen Sie auch: die Geschichte der Insel, die keiner wollte.',
      'Symbolbild der Insel Fenn im vergangenen Sommer von oben.',
    ],
  },
  {
    tag: 'fil',
    fit: [
      '“Hindi namin ibebenta ang isla,” sabi ni Mayor Ines Reyes noong Martes.',
      'Tinawag ng alkalde ang plano na “regalo para sa lahat.”',
      'Bumoto kahapon sina Engr. Cruz at Dr. Reyes pabor sa plano.',
    ],
    leaning: [
      'Gayunman, hindi sinabi ng alkalde ang presyo ng isla.',
      'Tinanggihan niya ang alok ng isang kumpanya noong Mayo.',
      '“Hindi namin ibebenta ang isla,” dagdag pa niya noong Martes.',
      'Siya rin ang bumili ng lumang barko ng bayan noong Mayo.',
      'Ayon sa kanya, aayusin ang barko bago ang tag-ulan.',
    ],
    unfit: [
      '“Hindi namin ibebenta ang isla, sabi ni Mayor Ines Reyes noong Martes.',
      'Basahin: ang kuwento ng islang ayaw bilhin ng kahit sino.',
      'Sino ang magbabayad ng bagong barko ng isla ng Pena?',
    ],
  },
]

for (const { tag, fit, leaning, unfit } of sentences) {
  const language = languageOf(tag)
  assert.ok(language)
  const lexicon = lexiconOf(language)
  /** As a paragraph of its own, behind another one. */
  const read = (sentence: string) => candidatesOf([fit[0] ?? '', sentence], lexicon).slice(1)

  test(`a whole sentence may stand in a summary: ${tag}`, () => {
    for (const sentence of fit) {
      const [candidate, ...more] = read(sentence)
      assert.deepEqual(more, [], sentence)
      assert.deepEqual([candidate?.unfit, candidate?.leans], [false, false], sentence)
    }
  })

  test(`what leans on the sentence before does not stand alone: ${tag}`, () => {
    for (const sentence of leaning)
      assert.deepEqual(
        read(sentence).map(({ leans }) => leans),
        [true],
        sentence,
      )
  })

  test(`half a quotation, a caption, a question stand in none: ${tag}`, () => {
    for (const sentence of unfit)
      assert.ok(
        read(sentence).some((candidate) => candidate.unfit),
        sentence,
      )
  })
}
