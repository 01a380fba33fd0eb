import { counted, groups, type Language, wordPairs, wordSet } from '../language.ts'
import { plainLetters } from '../plain-letters.ts'

export const spanish: Language = {
  tag: 'es',
  level: 'basic',
  decimalMark: ',',
  abbreviations: wordSet(
    'sr sra srta sres dr dra d dña ud uds av avda núm pág ee.uu a.m p.m etc gral',
  ),
  stem: (word) =>
    plainLetters(word)
      .replace(/(?<=\p{L}{3})(mente|es|s)$/u, '')
      .replace(/(?<=\p{L}{3})[aeo]$/u, ''),
  irregular: new Map(
    wordPairs(`fue/ser fueron/ser era/ser eran/ser es/ser son/ser dijo/decir dijeron/decir dice/decir
      dicen/decir hizo/hacer hace/hacer tuvo/tener tiene/tener hubo/haber ha/haber han/haber
      había/haber murió/morir murieron/morir ganó/ganar ganaron/ganar anunció/anunciar
      afirmó/afirmar subió/subir bajó/bajar`),
  ),
  contractions: new Map([
    ['al', 'a el'],
    ['del', 'de el'],
  ]),
  numbers: new Map([
    ...counted(
      1,
      `un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis
      diecisiete dieciocho diecinueve veinte`,
    ),
    ...counted(30, 'treinta cuarenta cincuenta sesenta setenta ochenta noventa cien', 10),
    ['docena', 12],
  ]),
  relativeDays: new Map([
    ['hoy', 0],
    ['ayer', -1],
    ['anoche', -1],
    ['anteayer', -2],
  ]),
  scales: new Map([
    ['mil', 1e3],
    ['millón', 1e6],
    ['millones', 1e6],
    ['billones', 1e12],
  ]),
  ordinals: new Map(
    counted(1, 'primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo'),
  ),
  words: {
    negation: wordSet('no nunca jamás nadie nada ningún ninguno ninguna ni sin tampoco'),
    nearNegation: wordSet(
      'negar niega negó rechazar rechazó evitar impedir fracasar apenas casi_no',
    ),
    weekday: wordSet('lunes martes miércoles jueves viernes sábado domingo'),
    day: wordSet('hoy ayer mañana anoche anteayer pasado próximo este_año este_mes esta_semana'),
    unit: wordSet(`segundo minuto hora día semana mes año década siglo % por_ciento kilómetro km metro
      kilo kg gramo tonelada litro euro dólar peso € $ £ grado hectárea millón mil`),
    possibility:
      wordSet(`puede pueden podría podrían podrá posible posiblemente probable quizá quizás tal_vez
      presunto presunta presuntamente supuesto supuesta supuestamente acusado sospechoso parece según
      planea espera intenta si aparentemente`),
    certainty: wordSet(
      'confirmado confirmó culpable probado seguro ciertamente condenado siempre ya',
    ),
    comparison: wordSet(
      'más menos mayor menor antes después desde hasta sobre bajo durante casi unos cerca',
    ),
    quantifier: wordSet(
      'todo todos toda todas cada algún algunos varios muchos pocos solo sólo mitad mayoría último otro',
    ),
    reporting:
      wordSet(`decir afirmar afirmó anunciar anunció declarar declaró explicar explicó añadir añadió
      asegurar aseguró informar informó señalar señaló`),
    pronoun: wordSet(
      'él ella ellos ellas ello su sus le les lo la los las se me te nos este esta esto ese esa eso',
    ),
    filler: wordSet('también además sin_embargo ahora entonces aún todavía muy así'),
    month: wordSet(
      'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre',
    ),
    function:
      wordSet(`el un una unos unas de a en con por para y o u e que como al ser estar haber entre
      contra hacia cuando donde mientras porque aunque pero sino se lo la los las`),
  },
  synonyms: groups(`
    decir = afirmar = señalar = declarar
    ee.uu = estados unidos
    por ciento = %
    niño = menor
    policía = agentes
    comenzar = empezar = iniciar
    terminar = acabar = finalizar
    comprar = adquirir
    más de = unos
  `),
  antonyms:
    wordPairs(`subir/bajar ganar/perder aumentar/disminuir aceptar/rechazar abrir/cerrar comprar/vender
    vivo/muerto victoria/derrota norte/sur este/oeste mejor/peor mayor/menor más/menos antes/después
    aprobar/rechazar detener/liberar legal/ilegal posible/imposible culpable/inocente apoyar/rechazar
    primero/último público/privado entrar/salir llegar/salir`),
  leaningOpenings: {
    pronouns: wordSet(
      'él ella ellos ellas ello su sus este esta esto estos estas ese esa eso esos esas aquel',
    ),
    connectives: [
      'pero',
      'sin embargo',
      'también',
      'además',
      'por eso',
      'así',
      'entonces',
      'por otra parte',
      'y',
      'o',
      'en cambio',
      'no obstante',
    ],
  },
  genders: [wordSet('él'), wordSet('ella')],
  furniture: [
    /^(lea (también|más)|haga clic|síganos|suscríbase|foto:|vídeo:|video:|publicidad)/i,
    /https?:\/\/|www\./i,
  ],
}
