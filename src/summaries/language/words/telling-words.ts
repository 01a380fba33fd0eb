import { wordSet } from '../language.ts'

/**
 * The small words that every text of a language is full of, by tag: those of the languages that are
 * known here, and of others that resemble one of them, so that Portuguese is not taken for Spanish.
 * About as many for each, for they are counted against each other.
 */
export const tellingWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet(`the of and to in a that is was for it with as his on be at by he had are but from they
    which not this have has were their its said who been will an after would`),
  es: wordSet(`de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ha
    este sí porque esta entre son fue también ya desde según muy sin sobre`),
  fr: wordSet(`de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont
    avec son aux d l s qu n ont été cette mais ou comme leur après`),
  de: wordSet(`der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an
    werden aus er hat dass sie nach wird bei einer um am sind noch wie`),
  fil: wordSet(`ang ng sa na mga at ay ni si kay nang hindi ito niya may kung siya para rin din nitong noong
    ayon dahil isang nila namin kanyang nasa upang sina nina pa`),
  pt: wordSet(`de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao das à
    seu sua ou ser quando muito nos já está também pelo pela`),
  it: wordSet(`di e il la che in a per un è del della non con i le si da una dei al come sono nel ha più gli
    dalla anche alla lo ma delle ed suo nella questo`),
  ca: wordSet(`de la i el que a els en les per un una del amb va dels no es al més ha són com l d ser aquest
    aquesta pel seva seu però també`),
  gl: wordSet(`de a o que e do da en un para non unha os no se na por máis as dos como pero foi ao das súa seu
    coa co pola polo xa tamén`),
  ro: wordSet(`de și în a la cu din pe că un o care mai au fost pentru este nu se sa al ce prin lui s după dar
    sunt fi cea cel ale`),
  nl: wordSet(`de het een van en in is dat op te zijn met voor niet aan er om die ook als door maar naar bij
    uit heeft hij werd wordt nog tot deze zich over`),
  sv: wordSet(`och i att det som en på är av för med till den har de inte om ett han men var sig från vi så kan
    när år under också efter eller nu`),
  da: wordSet(`og i at det er en til af på den for med de der har ikke et som han fra var men sig om vi blev
    også skal efter kan så være`),
  nb: wordSet(`og i det er på som en til av for at med de har den ikke et han fra var men seg om vi ble også
    skal etter kan så være`),
  fi: wordSet(`ja on ei että se hän oli joka mutta myös ovat kun tai niin mukaan sen kuin ole vain nyt jo sekä
    eivät ollut tämä olla hänen jos`),
  tr: wordSet(`ve bir bu da de için ile olarak daha çok olan en gibi kadar sonra ise göre var ama yeni dedi
    ancak oldu ne değil her o`),
  id: wordSet(`yang dan di dengan untuk dari ini itu pada dalam tidak akan ke juga oleh sebagai adalah telah
    mereka ada kata bisa karena lebih tersebut saat`),
  ceb: wordSet(`ang sa nga mga ug si ni kang usa kini dili niini iyang kay alang gikan ilang human karon aron
    wala kaniadtong samtang diha`),
  vi: wordSet(`và của là có các cho một không được trong với những này đã người khi đến từ tại về năm ông cũng
    như ra vào`),
  pl: wordSet(`w i z na do się nie że to jest o po przez od za jak dla ale są był co jego tym oraz tego być już
    która który`),
  hu: wordSet(`a az és hogy nem is egy ez de meg volt csak már azt ha még el van mint amely szerint ki lesz
    után`),
  sw: wordSet(`ya na wa kwa ni katika la za kuwa hiyo huo watu cha baada kama yake hii alisema huku pia hilo
    kutoka`),
}
