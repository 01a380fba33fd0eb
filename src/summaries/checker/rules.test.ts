import assert from 'node:assert/strict'
import { test } from 'node:test'
import { english } from '../language/words/english/english.ts'
import { lexiconOf } from '../language/lexicon.ts'
import { termsOf } from '../language/terms.ts'
import { compare } from './comparison.ts'
import { findingsOf } from './rules.ts'
import { readSource } from './source.ts'

const lexicon = lexiconOf(english)
const source = readSource(
  {
    paragraphs: [
      'Finance Minister Ruth Adeyemi told Parliament on Wednesday that prices rose by 4 percent before the harvest.',
      'The opposition leader, Tomas Vail, denied that he had accepted money from the Brill company.',
      'Brill sued Vail in Westbridge after the report, which police allegedly ignored.',
      '"We will not raise the tax on bread," Adeyemi said. At least 30 shops failed to open.',
      'The bakers of Westbridge closed on Monday, but may reopen. Their leader, Jiří Krejčí, called for help.',
    ],
  },
  lexicon,
)

/** The rules that speak up with some weight, and what they say. */
function findings(sentence: string): Record<string, string> {
  const comparison = compare(sentence, termsOf(sentence, lexicon), source)
  assert.ok(comparison)
  const heavy = findingsOf(comparison).filter(({ weight }) => weight >= 0.5)
  return Object.fromEntries(heavy.map(({ rule, text }) => [rule, text]))
}

const changes: [string, string, string, RegExp][] = [
  [
    'direction',
    'opposite',
    'Finance Minister Ruth Adeyemi told Parliament on Wednesday that prices fell by 4 percent before the harvest.',
    /“rose”, not “fell”/,
  ],
  [
    'order',
    'comparison',
    'Finance Minister Ruth Adeyemi told Parliament on Wednesday that prices rose by 4 percent after the harvest.',
    /“after” where the article has “before”/,
  ],
  [
    'lost denial',
    'negation',
    'The opposition leader, Tomas Vail, had accepted money from the Brill company.',
    /“denied”, which is left out/,
  ],
  [
    'exchanged roles',
    'role',
    'Vail sued Brill in Westbridge after the report, which police allegedly ignored.',
    /has changed places/,
  ],
  [
    'lost hedge',
    'modality',
    'Brill sued Vail in Westbridge after the report, which police ignored.',
    /“allegedly”, which is left out/,
  ],
  [
    'another speaker',
    'speaker',
    '"We will not raise the tax on bread," Vail said.',
    /Adeyemi, not Vail, said this/,
  ],
  [
    'altered quotation',
    'quotation',
    '"We will raise the tax on bread," Adeyemi said.',
    /not the article's words/,
  ],
  [
    'bound turned round',
    'comparison',
    'At most 30 shops failed to open.',
    /“most” where the article has “least”/,
  ],
  [
    'hedge before the comma',
    'modality',
    'The report police ignored.',
    /“allegedly”, which is left out/,
  ],
  ['near-negation', 'negation', 'At least 30 shops opened.', /“failed”, which is left out/],
  [
    'name from outside',
    'name',
    'Brill sued Vail in Eastbridge after the report, which police allegedly ignored.',
    /Eastbridge is not in the article/,
  ],
]

for (const [what, rule, sentence, words] of changes)
  test(`${what} is found by the rule “${rule}” and said in words`, () => {
    assert.match(findings(sentence)[rule] ?? '', words, JSON.stringify(findings(sentence)))
  })

test('synonyms, dropped first names, asides and other spellings of numbers are no findings', () => {
  const harmless = [
    'Finance Minister Adeyemi told Parliament on Wednesday that prices climbed by four per cent before the harvest.',
    'Tomas Vail denied that he had accepted money from the Brill firm.',
    '"We will not raise the tax on bread," Adeyemi stated.',
    'The bakers of Westbridge closed on Monday.',
    'Brill sued Vail in Westbridge after the report.',
    'Their leader, Jiri Krejci, called for help.',
  ]
  for (const sentence of harmless) assert.deepEqual(findings(sentence), {}, sentence)
})
