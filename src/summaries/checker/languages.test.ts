import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '../language/languages.ts'
import { check, checkSentence, summarize } from '../summaries-tools.ts'

/** What every language has to find, on a story of the same shape. */
const stories: Record<string, { text: string[]; wrong: Record<string, string> }> = {
  en: {
    text: [
      'The town of Harrowdale bought the old theatre for 3.5 million euros on Tuesday, Mayor Ines Kolb said.',
      'The roof may fall in before winter. Nobody was hurt in March, when a beam broke. Her rival, Paul Adler, voted against it.',
    ],
    wrong: {
      number:
        'The town of Harrowdale bought the old theatre for 5.3 million euros on Tuesday, Mayor Ines Kolb said.',
      date: 'The town of Harrowdale bought the old theatre for 3.5 million euros on Friday, Mayor Ines Kolb said.',
      speaker:
        'The town of Harrowdale bought the old theatre for 3.5 million euros on Tuesday, Mayor Paul Adler said.',
      negation:
        'The town of Harrowdale did not buy the old theatre for 3.5 million euros on Tuesday, Mayor Ines Kolb said.',
      modality: 'The roof will fall in before winter.',
      order: 'The roof may fall in after winter.',
    },
  },
  es: {
    text: [
      'El ayuntamiento de Valdeoro compró el viejo teatro por 3,5 millones de euros el martes, dijo la alcaldesa Inés Soler.',
      'El techo puede caer antes del invierno. Nadie resultó herido en marzo, cuando se rompió una viga. Su rival, Pablo Rey, votó en contra.',
    ],
    wrong: {
      number:
        'El ayuntamiento de Valdeoro compró el viejo teatro por 5,3 millones de euros el martes, dijo la alcaldesa Inés Soler.',
      date: 'El ayuntamiento de Valdeoro compró el viejo teatro por 3,5 millones de euros el viernes, dijo la alcaldesa Inés Soler.',
      speaker:
        'El ayuntamiento de Valdeoro compró el viejo teatro por 3,5 millones de euros el martes, dijo la alcaldesa Pablo Rey.',
      negation:
        'El ayuntamiento de Valdeoro no compró el viejo teatro por 3,5 millones de euros el martes, dijo la alcaldesa Inés Soler.',
      modality: 'El techo cae antes del invierno.',
      order: 'El techo puede caer después del invierno.',
    },
  },
  fr: {
    text: [
      "La mairie de Valclair a acheté l'ancien théâtre pour 3,5 millions d'euros mardi, a déclaré la maire Inès Morel.",
      "Le toit pourrait tomber avant l'hiver. Personne n'a été blessé en mars, quand une poutre a cédé. Son rival, Paul Rey, a voté contre.",
    ],
    wrong: {
      number:
        "La mairie de Valclair a acheté l'ancien théâtre pour 5,3 millions d'euros mardi, a déclaré la maire Inès Morel.",
      date: "La mairie de Valclair a acheté l'ancien théâtre pour 3,5 millions d'euros vendredi, a déclaré la maire Inès Morel.",
      speaker:
        "La mairie de Valclair a acheté l'ancien théâtre pour 3,5 millions d'euros mardi, a déclaré la maire Paul Rey.",
      negation:
        "La mairie de Valclair n'a pas acheté l'ancien théâtre pour 3,5 millions d'euros mardi, a déclaré la maire Inès Morel.",
      modality: "Le toit va tomber avant l'hiver.",
      order: "Le toit pourrait tomber après l'hiver.",
    },
  },
  de: {
    text: [
      'Die Stadt Harrental kaufte das alte Theater am Dienstag für 3,5 Millionen Euro, sagte Bürgermeisterin Ines Kolb.',
      'Das Dach könnte vor dem Winter einstürzen. Niemand wurde im März verletzt, als ein Balken brach. Ihr Gegner, Paul Adler, stimmte dagegen.',
    ],
    wrong: {
      number:
        'Die Stadt Harrental kaufte das alte Theater am Dienstag für 5,3 Millionen Euro, sagte Bürgermeisterin Ines Kolb.',
      date: 'Die Stadt Harrental kaufte das alte Theater am Freitag für 3,5 Millionen Euro, sagte Bürgermeisterin Ines Kolb.',
      speaker:
        'Die Stadt Harrental kaufte das alte Theater am Dienstag für 3,5 Millionen Euro, sagte Bürgermeisterin Paul Adler.',
      negation:
        'Die Stadt Harrental kaufte das alte Theater am Dienstag nicht für 3,5 Millionen Euro, sagte Bürgermeisterin Ines Kolb.',
      modality: 'Das Dach wird vor dem Winter einstürzen.',
      order: 'Das Dach könnte nach dem Winter einstürzen.',
    },
  },
  fil: {
    text: [
      'Binili ng bayan ng San Lorenzo ang lumang teatro sa halagang 3.5 milyong piso noong Martes, sabi ni Mayor Ines Reyes.',
      'Maaaring gumuho ang bubong bago ang tag-ulan. Walang nasaktan noong Marso nang mabali ang isang haligi. Tumutol dito ang karibal niyang si Pablo Cruz.',
    ],
    wrong: {
      number:
        'Binili ng bayan ng San Lorenzo ang lumang teatro sa halagang 5.3 milyong piso noong Martes, sabi ni Mayor Ines Reyes.',
      date: 'Binili ng bayan ng San Lorenzo ang lumang teatro sa halagang 3.5 milyong piso noong Biyernes, sabi ni Mayor Ines Reyes.',
      speaker:
        'Binili ng bayan ng San Lorenzo ang lumang teatro sa halagang 3.5 milyong piso noong Martes, sabi ni Mayor Pablo Cruz.',
      negation:
        'Hindi binili ng bayan ng San Lorenzo ang lumang teatro sa halagang 3.5 milyong piso noong Martes, sabi ni Mayor Ines Reyes.',
      modality: 'Tiyak na gumuho ang bubong bago ang tag-ulan.',
      order: 'Maaaring gumuho ang bubong pagkatapos ang tag-ulan.',
    },
  },
}

for (const { tag } of languages) {
  const story = stories[tag]
  assert.ok(story, `no story in ${tag}`)
  const article = { paragraphs: story.text, language: tag }

  test(`the article's own sentences are supported: ${tag}`, () => {
    for (const paragraph of story.text) {
      const { verdict, sentences } = check(article, paragraph)
      assert.equal(verdict, 'supported', JSON.stringify(sentences, null, 1))
    }
  })

  for (const [kind, sentence] of Object.entries(story.wrong))
    test(`a changed ${kind} is found and said: ${tag}`, () => {
      const checked = checkSentence(article, sentence)
      assert.notEqual(checked.verdict, 'supported', JSON.stringify(checked))
      assert.ok(checked.findings.length > 0)
    })

  test(`a summary is made of the article's own words: ${tag}`, () => {
    const longer = { ...article, paragraphs: [...story.text, ...story.text.toReversed()] }
    for (const { text } of summarize(longer).sentences)
      assert.ok(story.text.some((paragraph) => paragraph.includes(text)))
  })
}

test('a region or a script in the tag does not change the language', () => {
  const article = { paragraphs: stories.fil?.text ?? [], language: 'fil-PH' }
  const own = article.paragraphs.join('\n')
  assert.equal(check(article, own).verdict, 'supported')
  assert.equal(check({ ...article, language: 'tl' }, own).verdict, 'supported')
})
