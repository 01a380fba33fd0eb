import { counted, type Language, phrases, wordPairs, wordSet } from '../language.ts'
import { plainLetters } from '../plain-letters.ts'
import { spanishAntonyms, spanishSynonyms, spanishWords } from './spanish-words.ts'

/** `anunciará`, `anunciaría`: what is to come keeps apart from what was. */
const future = /(?<=\p{L}{2}[aeií]r)(é|ás|á|emos|án|ía|ían)$/u
/** Pronouns at the end of an infinitive or a gerund: `retrasarse`, `comentarla`. */
const enclitic =
  /(?<=\p{L}{2}(?:[aeiáéí]r|[aáeé]ndo))(?:se|me|nos)?(?:lo|la|los|las|le|les|se|me|nos)$/u
const verbEnding =
  /(?<=\p{L}{3})(ieron|aron|iendo|yendo|ando|aban|aba|iste|aste|ados|adas|ado|ada|idos|idas|ido|ida|ían|ía|ió|ó|ar|er|ir)$/u

function spanishStem(word: string): string {
  if (future.test(word)) return plainLetters(word).replace(/n$/, '')
  const plain = plainLetters(word.replace(enclitic, '').replace(verbEnding, ''))
  return plain
    .replace(/(?<=\p{L}{3})(mente|es|s)$/u, '')
    .replace(/(?<=\p{L}{3})(en|an|[aeo])$/u, '')
}

const irregular = new Map(
  wordPairs(`fue/ser fueron/ser era/ser eran/ser es/ser son/ser será/=será serán/=será sido/ser dijo/decir
    dijeron/decir dice/decir dicen/decir dicho/decir hizo/hacer hicieron/hacer hace/hacer hacen/hacer
    hecho/hacer tuvo/tener tuvieron/tener tiene/tener tienen/tener tenía/tener hubo/haber ha/haber
    han/haber había/haber habían/haber hay/haber está/estar están/estar estaba/estar estaban/estar estuvo/estar
    murió/morir murieron/morir muere/morir mueren/morir muerto/muerto muertos/muerto muerta/muerto
    muertas/muerto cayó/caer cayeron/caer cae/caer caen/caer fallecido/fallecido fallecidos/fallecido
    vino/venir va/ir van/ir iba/ir iban/ir dio/dar dieron/dar da/dar puso/poner pusieron/poner pone/poner
    puesto/poner pidió/pedir pidieron/pedir pide/pedir piden/pedir siguió/seguir sigue/seguir siguen/seguir
    perdió/perder pierde/perder pierden/perder cerró/cerrar cierra/cerrar cierran/cerrar cierre/cerrar
    empezó/empezar empieza/empezar comenzó/comenzar comienza/comenzar abierto/abrir abierta/abrir
    abiertos/abrir roto/romper visto/ver vio/ver escrito/escribir vuelto/volver vuelve/volver volvió/volver
    reabre/reabrir redujo/reducir redujeron/reducir reduce/reducir condujo/conducir produjo/producir
    detuvo/detener detuvieron/detener obtuvo/obtener mantuvo/mantener mantiene/mantener sostuvo/sostener
    sostiene/sostener supo/saber quiso/querer quieren/querer quiere/querer propuso/proponer impuso/imponer
    dispuso/disponer absuelto/absolver absolvieron/absolver resuelto/resolver resuelve/resolver
    advirtió/advertir advierte/advertir convirtió/convertir sintió/sentir niega/negar niegan/negar
    cuesta/costar cuestan/costar costó/costar cuenta/contar cuentan/contar piensa/pensar muestra/mostrar
    muestran/mostrar mostró/mostrar encuentra/encontrar juega/jugar juegan/jugar jugó/jugar
    destruyó/destruir construyó/construir incluyó/incluir incluye/incluir excluyó/excluir huyó/huir
    atribuyó/atribuir atribuye/atribuir distribuyó/distribuir cayendo/caer leyó/leer oyó/oír
    pasado/=pasado pasada/=pasado bajo/=bajo casa/=casa caso/=caso paso/=paso pasos/=paso
    cuarto/=cuarto parte/=parte partes/=parte partido/=partido partidos/=partido nada/=nada
    cada/=cada hora/=hora horas/=hora mayor/=mayor mayores/=mayor menor/=menor menores/=menor mejor/=mejor
    mejores/=mejor peor/=peor lugar/=lugar mujer/=mujer mujeres/=mujer ayer/=ayer poder/=poder
    medio/=medio media/=medio medios/=medios medida/=medida medidas/=medida todavía/=todavía día/=día días/=día
    todo/=todo toda/=todo todos/=todos todas/=todos uno/=uno unos/=unos unas/=unos mas/=mas más/=más
    este/=este esta/=este solo/=solo sólo/=solo según/=según jamás/=jamás policía/=policía`),
)

const ones = 'uno dos tres cuatro cinco seis siete ocho nueve'

export const spanish: Language = {
  tag: 'es',
  level: 'basic',
  decimalMark: ',',
  abbreviations:
    wordSet(`sr sra srta sres sras dr dra drs d dña ud uds av avda núm pág págs ee.uu ee uu
    a.m p.m etc gral prof lic ing arq st sta sto c tel aprox art arts cía depto dpto exc fdo hnos
    ene feb abr jun jul ago sept oct nov dic s.a`),
  stem: spanishStem,
  irregular,
  contractions: new Map([
    ['al', 'a el'],
    ['del', 'de el'],
  ]),
  numberJoint: 'y',
  numbers: new Map([
    ...counted(1, ones),
    ['una', 1],
    ...counted(
      10,
      `diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno
      veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve`,
    ),
    ['veintiún', 21],
    ...counted(30, 'treinta cuarenta cincuenta sesenta setenta ochenta noventa', 10),
    ['cien', 100],
    ['ciento', 100],
    ...counted(200, 'doscientos trescientos cuatrocientos quinientos seiscientos', 100),
    ...counted(200, 'doscientas trescientas cuatrocientas quinientas seiscientas', 100),
    ...counted(700, 'setecientos ochocientos novecientos', 100),
    ['docena', 12],
  ]),
  relativeDays: new Map([
    ['hoy', 0],
    ['ayer', -1],
    ['anoche', -1],
    ['anteayer', -2],
    ['mañana', 1],
  ]),
  scales: new Map([
    ['mil', 1e3],
    ['millar', 1e3],
    ['millares', 1e3],
    ['millón', 1e6],
    ['millones', 1e6],
    ['millardo', 1e9],
    ['millardos', 1e9],
    ['billón', 1e12],
    ['billones', 1e12],
  ]),
  ordinals: new Map([
    ...counted(1, 'primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo'),
    ...counted(1, 'primera segunda tercera cuarta quinta sexta séptima octava novena décima'),
    ['primer', 1],
    ['tercer', 3],
  ]),
  words: spanishWords,
  synonyms: spanishSynonyms,
  antonyms: spanishAntonyms,
  governing: {
    conditions:
      phrases(`si, siempre que, a condición de que, con la condición de que, mientras no, a menos que,
      salvo que, salvo si, en caso de que, en caso de, cuando haya, siempre y cuando, con tal de
      que, mientras haya, de no, a no ser que`),
    attributions: phrases(`según, de acuerdo con, en opinión de, a juicio de, en palabras de`),
    joints: wordSet('y e o u pero sino mientras'),
  },
  leaningOpenings: {
    pronouns:
      wordSet(`él ella ellos ellas ello su sus este esta esto estos estas ese esa eso esos esas aquel
      aquella aquello aquellos aquellas ambos ambas`),
    connectives:
      phrases(`pero, sin embargo, también, además, por eso, por ello, así, entonces, y, por otra parte, por
      otro lado, o, en cambio, no obstante, asimismo, de hecho, por su parte, por tanto, por lo
      tanto, mientras tanto, en consecuencia, tampoco, por ejemplo, es decir, después, luego, aun
      así, con todo, el primero, el segundo, otro, otra, otros, otras, uno de ellos, una de ellas,
      tal, dicho, dicha, lo mismo, ni, porque, de ahí, a su vez, incluso`),
    forms: [
      // Spanish needs no pronoun to leave out who: `Dijo que`, `«…», explicó`.
      /^(?:\p{Lu}\p{Ll}+ó|Dijo|Dice|Afirma|Añade|Asegura|Explica),? (?:además,? |también,? |asimismo,? |igualmente,? )?que\s/u,
      /[»”"],? (?:\p{Ll}+ó|dijo|dice)(?: (?:a|en|al|durante|ante|tras|además|también|ayer|hoy)(?!\p{L})[^«»“”"]*)?\.$/u,
    ],
  },
  genders: [wordSet('él'), wordSet('ella')],
  furniture: [
    /^(lea (también|más|aquí)|leer más|ver más|vea (también|el|la)|mira (también|el|la)|haga clic|pulse|pinche|síga(nos|lo)|sígue(nos|lo)|suscríb|regístr|foto(s|grafía)?:|imagen:|vídeo:|video:|(galería|publicidad|redacción|comparte|compartir)\s*[:|]|te puede interesar|más información|noticia relacionada|relacionad[oa]s?:|última actualización|actualizado|archivado en)/i,
    /https?:\/\/|www\.|\(foto(grafía)?:|haga clic|todos los derechos reservados|prohibida su reproducción|\(imagen de archivo\)|foto de archivo/i,
    /^\(?efe(\)|\s*\/)|^\(?(foto|imagen)\b[^.]{0,40}(efe|archivo|cedida)/i,
  ],
}
