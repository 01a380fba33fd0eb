import { groups, type Language, wordPairs, wordSet } from '../language.ts'

/**
 * Filipino lists by class, as they stand in print; the checker compares them by stem. News mixes in
 * English words, units and months; so do these lists.
 */
export const filipinoWords: Language['words'] = {
  negation: wordSet('hindi wala walang huwag di ayaw kailanman wag no not'),
  nearNegation:
    wordSet(`itinanggi itanggi tinanggihan tanggihan tumanggi tumangging nabigo mabigo bigo bigong
    pinigilan pigilan bahagya halos_hindi ibinasura ibasura pinabulaanan pabulaanan kinontra kontra tutol tumutol
    kinansela kanselahin nakansela umiwas iwasan naiwasan itinigil ihinto ipinagbawal bawal maliban bukod_sa
    imposible mali peke kulang umatras iniatras binawi`),
  weekday:
    wordSet(`lunes martes miyerkules huwebes biyernes sabado linggo monday tuesday wednesday thursday
    friday saturday sunday`),
  day: wordSet(`ngayon kahapon bukas kagabi nakaraan nakaraang susunod ngayong_taon ngayong_linggo kanina mamaya
    kamakalawa kamakailan umaga tanghali hapon gabi madaling-araw hatinggabi tag-ulan tag-init noong isang_taon`),
  unit: wordSet(`segundo minuto oras araw buwan taon dekada siglo % porsyento porsiyento percent kilometro km
    metro sentimetro milimetro mm kilo kg gramo tonelada litro piso peso dolyar euro p php ₱ $ € ektarya
    milyon bilyon trilyon libo hours days weeks months years`),
  possibility:
    wordSet(`maaari maaaring posible posibleng baka marahil umano diumano suspek suspected akusado
    kung tila mukha mukhang balak nais gusto gustong plano planong pinaplano inaasahan inaasahang tinataya
    tinatayang sinasabing sinasabi pinaniniwalaan pinaniniwalaang puwede puwedeng pwede pwedeng sana
    tangka nagtangka imumungkahi iminungkahi mungkahi panukala pinag-aaralan hinala hinihinala
    pinaghihinalaan inaakusahan inakusahan alleged reportedly sakaling banta nagbanta itinuturing`),
  certainty:
    wordSet(`kumpirmado kinumpirma kumpirmahin napatunayan patunayan tiyak tiniyak sigurado siguradong
    guilty hinatulan palagi lagi laging dapat kailangan talaga malinaw garantisado desidido`),
  comparison:
    wordSet(`mas higit kulang bago matapos pagkatapos mula hanggang halos mahigit tinatayang lampas
    doble triple kalahati habang kaysa mga_nasa humigit_kumulang pinaka simula lagpas nang wala_pang
    hindi_bababa_sa hindi_hihigit_sa hindi_lalampas_sa hindi_lalampas`),
  quantifier:
    wordSet(`lahat bawat ilan ilang marami maraming kaunti lamang lang karamihan iba ibang kapwa
    pareho parehong huli huling tanging buo buong sinuman ilan_sa`),
  reporting:
    wordSet(`sabi sinabi sinasabi ani ayon pahayag ipinahayag inanunsyo inanunsiyo dagdag idinagdag giit
    iginiit paliwanag ipinaliwanag iniulat ulat wika diin idiniin babala nagbabala kuwento ikinuwento
    pangako nangako tugon tinawag panawagan nanawagan inihayag ibinunyag binigyang-diin batay inamin
    umamin aniya anila tanong hirit banat`),
  pronoun:
    wordSet(`siya niya kanya kanyang sila nila kanila kanilang ito nito iyon niyon kami tayo ako ko natin
    amin aming atin ating mo ka kayo ninyo iyan niyan dito doon rito roon`),
  filler: wordSet('din rin naman pa nga daw raw po muli muling samantala gayunman mismo man ba'),
  month:
    wordSet(`enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre january
    february march april may june july august september october november december`),
  function:
    wordSet(`ang ng sa si ni kay sina nina kina at o na mga ay para dahil habang kapag pero ngunit upang
    nasa may mayroon kaya kahit hinggil tungkol kaugnay nitong noong the of in and to for labing anyos gulang`),
}

/** Words and phrases that newspapers in Filipino use for one another. */
export const filipinoSynonyms = groups(`
  sabi = sinabi = ani = pahayag = wika = ipinahayag = giit = iginiit = diin = inihayag
  dagdag = idinagdag
  ayon = batay = alinsunod
  inanunsyo = inanunsiyo
  porsyento = porsiyento = % = percent
  ₱ = piso = peso = p = php
  dolyar = $
  bata = menor de edad
  pulis = pulisya
  alkalde = mayor = punong lungsod = punong bayan
  gobernador = governor = gov
  konsehal = councilor
  kongresista = congressman = kinatawan = rep
  senador = senator = sen
  pangulo = presidente = president
  patay = nasawi = namatay = binawian ng buhay
  sugatan = nasugatan = sugat
  nawawala = hindi pa natatagpuan
  kulong = bilanggo = makukulong = nakakulong = pagkakakulong = bilangguan
  matapos = pagkatapos
  mahigit = higit sa = lampas sa = higit = lagpas
  hindi bababa sa = kahit man lang
  mga nasa = humigit kumulang = tinatayang
  dahil sa = bunsod ng = sanhi ng
  empleyado = manggagawa = trabahador = kawani
  kumpanya = kompanya = korporasyon
  paaralan = eskuwelahan = iskul
  eroplano = aircraft
  paliparan = airport
  ospital = pagamutan
  baha = pagbaha
  bagyo = cyclone
  sasakyan = kotse
  sunog = apoy
  halalan = eleksiyon = eleksyon
  batas = ordinansa
  pondo = badyet = budget
  presyo = halaga
  produksiyon = produksyon
  konstruksiyon = konstruksyon
  obra = likha = gawa
  laro = laban = match
  kampeon = champion
  tanggapan = opisina
  pamahalaan = gobyerno
  tumulong = umayuda
  ayuda = tulong
  kaagad = agad
  una = first
  miyembro = kasapi
  bibili = bumili
  gusali = building
  hukuman = korte
  hukom = judge
  abogado = lawyer
  bumaba = humina
  u.s = estados unidos = amerika
`)

export const filipinoAntonyms = wordPairs(`
  tumaas/bumaba tataas/bababa itaas/ibaba itinaas/ibinaba taas/baba umakyat/bumaba umakyat/bumagsak
  bumagsak/lumobo lumaki/lumiit dumami/kumonti dagdagan/bawasan magdagdag/magbawas panalo/talo nanalo/natalo
  tinalo/nagwagi tumalo/natalo buhay/patay nakaligtas/nasawi nawala/natagpuan bukas/sarado buksan/isara
  magbubukas/magsasara bubuksan/isasara hilaga/timog pahilaga/patimog silangan/kanluran mas/kulang
  bago/matapos bago/pagkatapos una/huli unang/huling dumating/umalis bumili/nagbenta bibili/magbebenta
  binili/ibinenta pagbili/pagbebenta legal/ilegal bago/luma bagong/lumang mataas/mababa malaki/maliit
  maliliit/malalaki maganda/masama malakas/mahina lumakas/humina paglakas/paghina maaga/huli mabilis/mabagal
  mayaman/mahirap mahal/mura inaprubahan/ibinasura inaprubahan/tinanggihan tinanggap/tinanggihan
  tanggapin/tanggihan sang-ayon/tutol suportado/kontra inamin/itinanggi umamin/itinanggi kinumpirma/itinanggi
  kinumpirma/pinabulaanan hinatulan/inabsuwelto nagkasala/inosente guilty/inosente malaya/nakakulong
  nagtagumpay/nabigo magtagumpay/mabigo kumita/nalugi kita/lugi tubo/lugi doble/kalahati dumoble/nangalahati
  simula/wakas nagsimula/natapos mula/hanggang lahat/wala palagi/kailanman lagi/kailanman inaresto/pinalaya
  ikinulong/pinalaya itinayo/giniba kapayapaan/digmaan kaibigan/kaaway lalaki/babae ama/ina kaliwa/kanan
  pumasok/lumabas positibo/negatibo totoo/mali libre/bayad kulang/sobra kakulangan/kalabisan nagbukas/nagsara
  sumang-ayon/tumutol sayangin/gamitin
`)
