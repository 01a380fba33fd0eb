/**
 * All wire samples against a table of facts that are no prose. One line is one item: version, type,
 * status, time of the version, embargo, urgency, language, number of reasons why it is held, number
 * of paragraphs, first digits of the hash of its text. "refused" lines name a part of the reason.
 */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { paragraphsOf } from '../../articles/body/body.ts'
import type { WireItem } from '../item.ts'
import { readWire } from './read-wire.ts'
import { filesBelow, folders, isThere } from '../../../test/wire-samples.ts'

function factsOf(item: WireItem): string {
  const { body, bodyText, held } = item.standfirst
  const hash = createHash('sha256').update(bodyText).digest('hex').slice(0, 8)
  const facts = [item.version, item.type, item.pubStatus, item.versionCreated, item.embargoed]
  const numbers = [item.urgency, item.language, held.length, paragraphsOf(body).length]
  return [...facts, ...numbers, bodyText === '' ? 'empty' : hash]
    .map((fact) => fact ?? '-')
    .join(' ')
}

test('every wire sample is understood as the table says, or refused for its reason', (t) => {
  if (!isThere(t, folders.wire)) return
  const files = table.trim().split(/\n(?=\S)/)
  for (const entry of files) {
    const [file = '', ...expected] = entry.split(/\n\s+/)
    // Other samples of the same kinds may stand in the folder's place.
    if (!existsSync(join(folders.wire, file))) continue
    const { items, refused } = readWire(readFileSync(join(folders.wire, file)))
    const refusals = expected.filter((line) => line.startsWith('refused '))
    const facts = expected.filter((line) => !line.startsWith('refused '))
    assert.deepEqual(items.map(factsOf), facts, file)
    assert.equal(refused.length, refusals.length, file)
    refused.forEach(({ reason }, at) => {
      assert.ok(reason.includes(refusals[at]?.slice('refused '.length) ?? ''), `${file}: ${reason}`)
    })
  }
})

test('rule 21: contacts in notes to editors stand nowhere else in an item', (t) => {
  if (!isThere(t, folders.wire)) return
  for (const file of filesBelow(folders.wire)) {
    for (const item of readWire(readFileSync(join(folders.wire, file))).items) {
      const contacts = item.edNote?.match(/[\w.+-]+@[\w-]+\.\w+|\+\d\d[ \d()-]{7,}\d/g) ?? []
      const shown = { ...item, edNote: '', standfirst: { ...item.standfirst, extra: {} } }
      const printed = JSON.stringify(shown)
      for (const contact of contacts) assert.ok(!printed.includes(contact), `${file}: ${contact}`)
    }
  }
})

const table = `
anpa1312/sd-core__anpa-2.tst
  1 text usable 2013-11-13T07:45:00.000Z - 4 - 1 35 32e83f6d
anpa1312/sd-core__anpa-3.tst
  1 text usable 2013-11-13T07:13:00.000Z - 3 - 1 9 81bb5ec5
anpa1312/sd-core__ap_anpa-5.tst
  1 text usable 2017-06-29T23:50:00.000Z - 2 - 1 1 fcd32de7
ap-media-api/sd-core__ap_media_feed.json
  0 picture usable 2019-06-23T06:06:29.000Z - - - 0 0 empty
ap-media-api/sd-cp__ap-aps.json
  3 text usable 2021-03-02T00:31:16.000Z - 4 en 3 0 empty
ap-media-api/sd-cp__ap-getty-picture.json
  0 picture usable 2020-06-03T20:27:08.000Z - 5 en 0 0 empty
ap-media-api/sd-cp__ap-subject.json
  3 text usable 2021-05-12T17:26:10.000Z - 4 en 1 0 empty
dpa-digitalwires/dpa__eil.json
  1 text usable 2024-09-25T08:37:24.000Z - 2 de 0 1 e9bbf83d
dpa-digitalwires/dpa__embargoed.json
  1 text usable 2025-01-23T13:10:47.000Z 2025-01-23T18:00:00.000Z 4 de 0 8 fbdce325
dpa-digitalwires/dpa__rubix_multimedia_testartikel.json
  1 text usable 2024-10-22T09:09:58.000Z 2024-10-22T09:30:00.000Z 4 de 0 23 30c39d19
dpa-digitalwires/dpa__spe2.json
  52 text unknown 2024-11-20T17:41:51.000Z - 3 de 1 6 10e9e9a0
feeds/gofeed__version_json_11.json
  87f08a04af64 text usable 2019-10-12T07:20:50.520Z - - - 0 1 6a277769
feeds/rss-parser__heise.atom
  528d89d90923 text usable 2016-02-01T16:54:50.000Z - - - 0 1 4cdca7df
  6e55d47e0d5f text usable 2016-02-01T13:29:00.000Z - - - 0 1 e4dcbb25
  01a9b9e487d0 text usable 2016-02-01T11:12:11.000Z - - - 0 1 d4e9c340
  425f63f9a11e text usable 2016-02-01T09:34:18.000Z - - - 0 1 ff287c96
  4b83578338fb text usable 2016-02-01T09:19:01.000Z - - - 0 1 3a6992ff
  3f98e54391b5 text usable 2016-02-01T07:24:19.000Z - - - 0 1 553980e1
  70d1af27f49b text usable 2016-01-29T14:37:06.000Z - - - 0 1 31797249
  21b5141aaa00 text usable 2016-01-29T12:59:32.000Z - - - 0 1 18265611
  bdccccc82e10 text usable 2016-01-29T13:24:17.000Z - - - 0 1 f7682e6b
  5a11cbcd900b text usable 2016-01-29T10:46:59.000Z - - - 0 1 49a1eaa0
  d7ff79e635b3 text usable 2016-01-29T11:53:33.000Z - - - 0 1 180dd2bf
  86de41a7337a text usable 2016-01-29T09:10:17.000Z - - - 0 1 bfe2cf03
  929308e0f99c text usable 2016-01-29T08:58:31.000Z - - - 0 1 f899967b
  3e4d9c592667 text usable 2016-01-29T09:33:20.000Z - - - 0 1 befa3642
  2854d6161039 text usable 2016-01-28T16:07:04.000Z - - - 0 1 01478c18
feeds/rss-parser__incomplete-fields.atom
  refused neither id nor link
feeds/rss-parser__uolNoticias.rss
  aa5a7fe9748d text usable 2018-09-24T22:42:40.000Z - - - 0 1 9e3980f4
  58f0e9d478e0 text usable 2018-09-24T22:38:00.000Z - - - 1 0 empty
  a45d3d67cb3e text usable 2018-09-24T22:35:07.000Z - - - 0 1 71a01db2
  2efd66d12d63 text usable 2018-09-24T22:32:00.000Z - - - 0 1 d03c5c19
  93c7ed85fd5a text usable 2018-09-24T22:32:00.000Z - - - 0 1 bbaf980a
  e91c7e53a68f text usable 2018-09-24T22:30:42.000Z - - - 0 1 8a2cdbd6
  5d6ba0d07003 text usable 2018-09-24T22:29:18.000Z - - - 0 1 4364d87d
  dd757fca1aae text usable 2018-09-24T22:25:00.000Z - - - 0 1 a61cdb70
  7e7591e8306f text usable 2018-09-24T22:22:00.000Z - - - 1 0 empty
  09b927b19042 text usable 2018-09-24T22:22:00.000Z - - - 0 1 2049263c
  9ecb3f6a0b36 text usable 2018-09-24T22:22:00.000Z - - - 1 0 empty
  14cd529921c1 text usable 2018-09-24T22:21:00.000Z - - - 1 0 empty
  77bbdd14ced0 text usable 2018-09-24T22:20:08.000Z - - - 0 1 be42804c
  77d0ca60fe52 text usable 2018-09-24T22:20:00.000Z - - - 0 1 cc443e9a
  25a73e16b328 text usable 2018-09-24T22:18:49.000Z - - - 0 1 480f2b12
feeds/sd-core__wordpress_wxr.xml
  73f8d7e80928 text usable 2013-07-29T16:03:54.000Z - - en-US 0 1 33581e05
  dbb364d6d65f text usable 2013-07-07T15:06:01.000Z - - en-US 0 2 2d52cf71
  989b756d38b6 text usable 3013-07-07T15:06:01.000Z - - en-US 0 2 2d52cf71
  68383be7d038 text usable 2014-07-11T15:06:01.000Z - - en-US 1 0 empty
  58dc9e08ca17 text usable 2014-07-11T16:07:04.000Z - - en-US 1 0 empty
iptc7901/sd-belga__ats.txt
  1 text usable 2018-12-09T12:23:00.000Z - 3 - 0 4 4d053255
iptc7901/sd-belga__dpa.txt
  1 text usable 2018-12-10T11:37:00.000Z - 3 - 1 18 ea0b91c4
iptc7901/sd-core__IPTC7901.txt
  1 text usable 2013-11-13T11:37:00.000Z - 4 - 0 5 dc08291a
iptc7901/sd-core__IPTC7901_odd_charset.txt
  1 text usable 2015-10-07T13:41:00.000Z - 3 - 1 21 23ce3f17
newsml-1/iptc-newsml__AFP_751HA.xml
  1 picture usable 2016-01-16T13:15:59.000Z - 5 en 1 0 empty
newsml-1/iptc-newsml__DV2209430.xml
  2 picture usable 2016-01-16T13:02:17.000Z - 5 en 1 0 empty
newsml-1/newsinjson__afp.com_newsml1.2_sample.xml
  1 text usable 2021-05-16T08:06:25.000Z - 4 en 1 41 828d711e
newsml-1/newsinjson__businesswire-newsml-20130605006126.xml
  1 text usable 2013-06-05T21:00:00.000Z - - zh 0 13 f8a0f77f
newsml-1/sd-belga__kyodo_newsml_1_2_belga.xml
  1 text usable 2019-07-23T11:21:19.000Z - - en 0 7 67f8c3dc
newsml-1/sd-belga__tass_belga.xml
  1 text usable 2019-01-21T10:27:08.000Z - 2 en 0 3 6de41a8a
newsml-1/sd-core__afp.xml
  1 text usable 2014-08-29T13:49:51.000Z - 4 en 0 9 f5e5369d
newsml-1/sd-core__afp20.xml
  1 text usable 2024-07-10T12:59:02.000Z - - fr 0 2 1763a8ed
newsml-1/sd-ntb__afp.xml
  1 text usable 2017-12-20T13:47:57.000Z - 4 en 1 8 f1444683
newsml-1/sd-ntb__afp_no_headline.xml
  1 text usable 2017-12-20T13:47:57.000Z - 4 en 1 8 f1444683
newsml-g2/dpa__dw-1.xml
  2 text usable 2024-09-24T10:05:52.000Z - 3 de 0 19 67eca3cb
newsml-g2/dpa__no_notepad.xml
  4 text usable 2024-11-21T10:13:20.000Z - 4 en 0 22 c2c8be57
newsml-g2/dpa__rubix_multimedia_testartikel.xml
  1 text usable 2024-10-22T09:09:58.000Z 2024-10-22T09:30:00.000Z 4 de 0 23 30c39d19
newsml-g2/newsml-g2__001_incomplete_file.xml
  refused incomplete
newsml-g2/newsml-g2__CR00174_expires.xml
  1 text usable 2019-09-09T08:00:00.000Z - - en-GB 2 0 empty
newsml-g2/newsml-g2__CR00183_qcodetype_attributes_cardinality.xml
  1 text usable 2019-09-09T08:00:00.000Z - - en-GB 2 0 empty
newsml-g2/newsml-g2__CR00188_rights_expressions.xml
  1 text usable 2019-09-09T08:00:00.000Z - - en-GB 2 0 empty
newsml-g2/newsml-g2__CR00217_digitalSourceType_on_contentMeta_newsItem.xml
  11 text usable 2018-11-21T21:25:32.000Z - - en-US 0 2 ec4fc36d
newsml-g2/newsml-g2__CR00219_datamining_in_rightsinfo_embeddedrights.xml
  1 text usable 2024-02-23T09:00:00.000Z - - en-GB 2 0 empty
newsml-g2/newsml-g2__LISTING_19_Planning_Item_with_delivery_at_CCL.xml
  11 planning usable 2018-10-18T13:45:00.000Z - 5 en 2 0 empty
newsml-g2/newsml-g2__LISTING_1_A_NewsML-G2_News_Item.xml
  11 text usable 2018-10-21T21:25:32.000Z 2018-10-23T12:00:00.000Z - en-GB 1 0 empty
newsml-g2/newsml-g2__LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml
  refused fragment
newsml-g2/newsml-g2__LISTING_28_Illustrating_Located_Subject_and_Dateline.xml
  refused fragment
newsml-g2/newsml-g2__LISTING_6_Simple_NewsML-G2_Package.xml
  11 composite usable 2018-11-17T12:30:00.000Z - - - 1 0 empty
newsml-g2/newsmlvalidator__NewsML-G2-valid01.xml
  15 composite withheld 2015-03-31T13:10:47.000Z - - - 2 0 empty
  15 text withheld 2015-03-31T13:10:47.000Z - - nb 0 6 8d0c3afb
  15 text withheld 2015-03-31T13:10:47.000Z - - nb 0 2 b0087df6
  15 picture withheld 2015-03-31T13:10:47.000Z - - - 0 0 empty
  15 picture withheld 2015-03-31T13:10:47.000Z - - - 0 0 empty
newsml-g2/sd-core__ansa_culture.xml
  2 text usable 2019-07-01T08:22:28.000Z - - it 0 1 485595dc
newsml-g2/sd-core__ap.xml
  2 text usable 2018-02-26T21:20:34.000Z - 4 en 1 10 c319c502
  2 text usable 2018-02-26T21:22:17.000Z - 4 en 1 11 1ecf4d45
  1 text usable 2018-02-26T21:27:09.000Z - 4 en 1 7 6fca5399
newsml-g2/sd-core__scoop.xml
  3 text usable 2016-01-12T12:35:40.000Z - 5 - 1 9 b9596a96
  refused has no guid
newsml-g2/sd-core__stt_newsml_note_test.xml
  1 text usable 2017-01-31T19:52:11.000Z - 3 fi-FI 0 20 e6ea7e1e
newsml-g2/sd-core__tag_reuters.com_2014_newsml_KBN0FL0NM_version_10.xml
  10 composite usable 2014-07-17T00:24:11.000Z - 4 en-US 1 0 empty
newsml-g2/sd-core__tag_reuters.com_2014_newsml_KBN0FL0NN_version_5.xml
  5 text usable 2014-07-16T15:53:10.000Z - 4 en-US 0 25 81c0b499
newsml-g2/sd-core__tag_reuters.com_2014_newsml_LYNXMPEA6F0MS_version_2.xml
  2 picture usable 2014-07-16T13:00:03.000Z - 4 en-US 0 0 empty
newsml-g2/sd-core__tag_reuters.com_2016_newsml_L1N14N0FF_version_1542761538.xml
  1542761538 text canceled 2016-01-04T16:34:45.000Z - 3 en 0 0 empty
newsml-g2/sd-core__tag_reuters.com_2016_newsml_L1N14N0FF_version_978556838.xml
  978556838 text usable 2016-01-04T15:43:34.000Z - 3 en 0 16 6905a48e
newsml-g2/sd-ntb__tt_newsml_test.xml
  1 text usable 2017-12-20T13:46:21.000Z - 4 sv 0 38 eee4ea67
ninjs-1/newsinjson__007_pubstatus_cancelled.json
  1 text cancelled - - - - 2 0 empty
ninjs-1/newsinjson__018_embargoed.json
  1 text usable - 2019-10-01T00:00:00.000Z - - 2 0 empty
ninjs-1/newsinjson__019_embargoed_bad_datetime.json
  1 text usable - - - - 3 0 empty
ninjs-1/newsinjson__022_pubstatus_withheld.json
  1 text withheld - - - - 1 0 empty
ninjs-1/newsinjson__023_pubstatus_canceled.json
  1 text canceled - - - - 1 0 empty
ninjs-1/newsinjson__businesswire-newsml-20130605006126.json
  1 text usable 2013-06-05T21:00:00.000Z - - zh 0 1 d51f87a1
ninjs-1/sd-core__ninjs_embargoed.json
  11 text usable 2022-06-26T23:54:25.000Z 2022-06-29T02:30:00.000Z - en 0 18 06fca893
ninjs-1/sd-ntb__ntbttninjs.json
  1 text usable 2020-07-02T20:04:47.000Z - 4 sv 0 21 cee493e6
ninjs-2/newsinjson__014_expires.json
  1 text usable - - - - 1 0 empty
ninjs-2/newsinjson__ap_image.json
  0 picture usable 2019-11-15T14:39:44.000Z - 5 en 0 0 empty
ninjs-2/newsinjson__businesswire-newsml-20130605006126.json
  1 text usable 2013-06-05T21:00:00.000Z - - zh 0 1 d51f87a1
ninjs-2/newsinjson__dpa_text.json
  2 text usable 2019-05-10T14:02:28.000Z - 4 de 0 9 fc96b25c
ninjs-2/newsinjson__imageLinkedRights.json
  1 picture usable 2013-07-08T08:12:00.000Z - - - 0 0 empty
ninjs-2/newsinjson__tt_text_image_2.json
  1 text usable 2021-05-26T11:40:18.000Z - 3 sv 0 4 e2f0e139
ninjs-3/newsinjson__businesswire-newsml-20130605006126.json
  1 text usable 2013-06-05T21:00:00.000Z - - zh 0 1 d51f87a1
ninjs-3/newsinjson__imageEncodedRights.json
  1 picture usable 2013-07-08T08:12:00.000Z - - - 0 0 empty
ninjs-3/newsinjson__ninjsExSimpleText_3.json
  1 text usable 2013-07-09T10:37:00.000Z - - - 0 4 428afbe3
ninjs-3/newsinjson__tt_event_pressconference_3.0.json
  3 event usable 2023-10-05T12:27:32.000Z - 1 sv 1 1 94f14da8
nitf/sd-core__ap-nitf.xml
  1 text usable 2015-12-10T19:10:44.000Z - - - 0 28 8a8db8e5
nitf/sd-core__ap_media_text_nitf.xml
  1 text usable 2019-07-03T04:05:12.000Z - - - 0 20 581edb41
nitf/sd-core__handle_invalid_fields.xml
  1 text usable 2020-07-03T20:51:36.000Z - 2 - 1 27 3bba53db
nitf/sd-core__nitf-fishing.xml
  1 text canceled 2002-02-25T19:30:00.000Z 2002-02-26T14:30:00.000Z 3 - 0 12 f7decd66
nitf/sd-core__nitf-ntb.xml
  48 text usable 2020-09-07T14:45:26.000Z - 5 nb-NO 0 54 afaf675f
nitf/sd-core__pa3.xml
  1 text usable 2016-09-08T12:24:46.000Z 2016-09-08T23:01:00.000Z 4 - 0 1 807bc325
reuters-api/sd-ntb__reutersapi_item.json
  1 text usable 2023-03-24T11:05:25.000Z - 4 en 0 1 5bf3f135
`
