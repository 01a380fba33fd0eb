import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check, checkSentence, languages, summarize } from '../summaries-tools.ts'
import { recognizedLanguage } from './recognition.ts'
import { tellingWords } from './words/telling-words.ts'

const texts: Record<string, string> = {
  en: 'The council of Eastmere bought the island of Fenn on Tuesday, and its mayor said that the old ferry would be repaired before the summer. Nobody has lived there for 30 years.',
  es: 'El ayuntamiento de Valdeoro compró el martes la isla de Fena, y su alcaldesa dijo que el viejo barco será reparado antes del verano. Nadie vive allí desde hace 30 años.',
  fr: "La mairie de Valclair a acheté mardi l'île de Fenne, et la maire a dit que le vieux bac serait réparé avant l'été. Personne n'y vit plus depuis 30 ans.",
  de: 'Die Stadt Harrental hat am Dienstag die Insel Fenn gekauft, und die Bürgermeisterin sagte, dass die alte Fähre noch vor dem Sommer repariert wird. Seit 30 Jahren lebt dort niemand.',
  fil: 'Binili ng bayan ng San Lorenzo nitong Martes ang isla ng Pena, at sinabi ng alkalde na aayusin ang lumang barko bago ang tag-ulan. Walang nakatira roon sa loob ng 30 taon.',
  fi: 'Harjulan kaupunki osti tiistaina Fennan saaren, ja pormestari sanoi, että vanha lautta korjataan ennen kesää. Saarella ei ole asunut kukaan 30 vuoteen, mutta nyt sinne on tulossa satama.',
  tr: 'Karaova belediyesi salı günü Fen adasını satın aldı ve başkan eski feribotun yazdan önce onarılacağını söyledi. Adada 30 yıldır kimse yaşamıyor, ancak şimdi yeni bir liman için plan var.',
  pt: 'A câmara de Vale do Ouro comprou na terça-feira a ilha de Fena, e a presidente disse que o velho barco será reparado antes do verão. Ninguém vive lá há 30 anos, mas já não falta quem queira.',
  ja: '東浜市は火曜日に小さな島を購入し、市長は古い渡し船を夏までに修理すると述べた。島には三十年間だれも住んでいない。',
  ar: 'اشترت بلدية الوادي يوم الثلاثاء الجزيرة القديمة، وقالت رئيسة البلدية إن العبارة ستصلح قبل الصيف. ولم يسكن أحد هناك منذ ثلاثين عاما.',
}

test('every language that is known has its telling words', () => {
  for (const { tag } of languages) assert.ok(tellingWords[tag], tag)
})

for (const { tag } of languages)
  test(`a text is read in the language that it says, and in no other: ${tag}`, () => {
    for (const [other, text] of Object.entries(texts)) {
      const article = { paragraphs: [text], language: tag }
      const { language, trouble } = recognizedLanguage(article)
      assert.equal(language?.tag, other === tag ? tag : undefined, other)
      if (other !== tag) assert.match(trouble ?? '', /does not read like it/)
    }
  })

test('a text that says no language is read as English where it is', () => {
  for (const [tag, text] of Object.entries(texts)) {
    const { language, trouble } = recognizedLanguage({ paragraphs: [text] })
    assert.equal(language?.tag, tag === 'en' ? 'en' : undefined, tag)
    if (tag !== 'en') assert.match(trouble ?? '', /does not say its language/)
  }
})

for (const tag of ['fi', 'tr', 'ja', 'ar', 'pt'])
  for (const said of [tag, 'en', undefined])
    test(`nothing is checked or shown of an article in ${tag} that says ${said}`, () => {
      const text = texts[tag] ?? ''
      const article = {
        paragraphs: Array.from({ length: 6 }, (_, at) => `${text} ${at}.`),
        ...(said === undefined ? {} : { language: said }),
      }
      const checked = checkSentence(article, text)
      assert.equal(checked.verdict, 'cannot-check')
      assert.equal(checked.score, 0)
      assert.match(checked.findings[0] ?? '', /language/)
      const whole = check(article, text)
      assert.equal(whole.verdict, 'cannot-check')
      assert.ok(whole.sentences.every(({ verdict }) => verdict === 'cannot-check'))
      const { sentences, trouble } = summarize(article)
      assert.deepEqual(sentences, [])
      assert.match(trouble ?? '', /language/)
    })

test('a few words tell no language, and a table is none', () => {
  assert.ok(recognizedLanguage({ paragraphs: ['Harrowdale 3, Eastmere 1.'] }).language)
  const table = ['Harrowdale 3', 'Eastmere 1', 'Fenn 0', 'Colwick 2', 'Penrose 4'].join(', ')
  assert.ok(recognizedLanguage({ paragraphs: [table, table, table] }).trouble)
  assert.ok(recognizedLanguage({ paragraphs: [] }).language)
})
