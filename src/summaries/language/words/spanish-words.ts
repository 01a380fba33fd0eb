import { groups, type Language, wordPairs, wordSet } from '../language.ts'

/** Spanish lists by class, as they stand in print; the checker compares them by stem. */
export const spanishWords: Language['words'] = {
  negation: wordSet(
    'no nunca jamás nadie nada ningún ninguno ninguna ni sin tampoco ninguno ningunos ningunas',
  ),
  nearNegation: wordSet(`negar niega niegan negó negaron rechazar rechazó rechazan rehusar rehusó
    evitar evitó impedir impidió impide fracasar fracasó desmentir desmintió desmiente descartar
    descartó descarta renunciar renunció cancelar canceló suspender abandonar excluir excluyó excepto
    salvo apenas casi_no incapaz imposible falso carecer carece prohibir prohibió dejar_de falta
    desconocer desconoce`),
  weekday: wordSet('lunes martes miércoles jueves viernes sábado domingo'),
  day: wordSet(`hoy ayer mañana anoche anteayer pasado pasada próximo próxima este_año este_mes
    esta_semana madrugada tarde noche mediodía medianoche primavera verano otoño invierno pronto
    recientemente`),
  unit: wordSet(`segundo minuto hora día jornada semana mes trimestre semestre año década siglo % por_ciento
    kilómetro km metro centímetro cm milímetro mm kilo kg gramo tonelada litro euro dólar peso
    peseta libra franco yen € $ £ grado hectárea millón mil vatio megavatio`),
  possibility:
    wordSet(`puede pueden podría podrían podrá podrán pudo pudieron posible posiblemente probable
    probablemente quizá quizás tal_vez acaso presunto presunta presuntamente supuesto supuesta supuestamente
    acusar acusado sospechoso sospechosa sospechar sospecha parecer parece parecen según planear planea
    esperar espera esperan prever prevé prevén intentar intenta tratar_de si aparentemente eventual
    estimar calcular atribuido atribuida creer cree creen considerar considera proponer propone propondrá
    pretender pretende querer quiere estudiar estudia amenazar amenaza sugerir sería serían habría
    habrían rumor posibilidad riesgo`),
  certainty:
    wordSet(`confirmar confirmado confirmó culpable probar probado demostrar seguro ciertamente
    condenar condenado siempre ya definitivamente definitivo deber debe deben deberá sin_duda claramente
    garantizar inevitable decidir`),
  comparison:
    wordSet(`más menos mayor menor antes después desde hasta sobre bajo durante casi unos unas
    cerca tras doble triple mitad tercio cuarto mejor peor superior inferior máximo mínimo al_menos
    como_mucho por_encima por_debajo igual aproximadamente alrededor medio`),
  quantifier:
    wordSet(`todo todos toda todas cada algún alguno alguna algunos algunas varios varias muchos
    muchas pocos pocas poco mucho solo sólo únicamente mayoría minoría último última otro otra otros otras
    mismo misma cualquier cualquiera ambos ambas demasiado`),
  reporting:
    wordSet(`decir afirmar afirmó anunciar anunció declarar declaró explicar explicó añadir añadió
    asegurar aseguró informar informó señalar señaló indicar indicó manifestar manifestó sostener sostiene
    sostuvo relatar relató contar contó advertir advirtió subrayar destacar recordar recordó prometer
    prometió reconocer reconoció admitir admitió insistir precisar comentar responder respondió
    denunciar reclamar opinar confesar matizar agregar calificar`),
  pronoun:
    wordSet(`él ella ellos ellas ello su sus le les lo la los las se me te nos este esta esto estos
    estas ese esa eso esos esas aquel aquella cuyo cuya yo tú usted ustedes nosotros mi nuestro nuestra
    quien quienes`),
  filler:
    wordSet(`también además sin_embargo ahora entonces aún todavía muy así no_obstante pues incluso
    asimismo mientras_tanto por_su_parte`),
  month:
    wordSet(`enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre
    diciembre ene feb abr jun jul ago sept oct nov dic`),
  function:
    wordSet(`el un una de a en con por para y o u e que como al ser estar haber entre contra hacia
    cuando donde mientras porque aunque pero sino se lo la los las cual ante`),
}

/** Words and phrases that Spanish newspapers use for one another. */
export const spanishSynonyms = groups(`
  decir = afirmar = señalar = declarar = manifestar = asegurar = indicar = explicar
  informar = comunicar
  agregar = añadir
  advertir = alertar
  reconocer = admitir
  ee.uu = estados unidos = ee uu = eua
  ue = unión europea
  onu = naciones unidas
  por ciento = %
  euro = €
  dólar = $
  niño = menor
  policía = agentes
  ejecutivo = gobierno
  comenzar = empezar = iniciar = arrancar
  terminar = acabar = finalizar = concluir
  comprar = adquirir
  morir = fallecer = perder la vida = perdió la vida = perdieron la vida
  muerto = fallecido
  matar = asesinar
  prisión = cárcel
  alrededor de = cerca de = unos = unas = aproximadamente = en torno a
  casi = cerca de
  ocurrir = suceder
  aumentar = incrementar = subir = crecer
  bajar = descender = caer = disminuir
  realizar = hacer = llevar a cabo
  abogado = letrado
  juez = magistrado
  empresa = compañía = firma
  trabajador = empleado
  colegio = escuela
  médico = doctor
  coche = automóvil = vehículo
  incendio = fuego
  antes de = previo a
  tras = después de
  debido a = a causa de = por culpa de
  diputado = parlamentario
  prever = esperar
  solicitar = pedir
  lograr = conseguir
  utilizar = usar
  elecciones = comicios
  encuentro = partido
  gol = tanto
  dirigir = encabezar
  convocar = llamar a
  poner a la venta = salir a la venta = pondrán a la venta = saldrán a la venta
`)

export const spanishAntonyms = wordPairs(`
  subir/bajar ganar/perder aumentar/disminuir aumentar/reducir crecer/caer aceptar/rechazar abrir/cerrar
  comprar/vender vivo/muerto vivir/morir victoria/derrota norte/sur este/oeste mejor/peor mayor/menor
  más/menos antes/después aprobar/rechazar detener/liberar legal/ilegal posible/imposible
  culpable/inocente apoyar/rechazar primero/último público/privado entrar/salir llegar/salir
  condenar/absolver condena/absolución admitir/negar confirmar/desmentir afirmar/negar favor/contra
  subida/bajada subida/caída aumento/reducción alza/baja beneficio/pérdida ganancia/pérdida
  encarecer/abaratar elevar/rebajar ampliar/reducir crear/destruir crear/recortar contratar/despedir
  abierto/cerrado gratuito/pagado viejo/nuevo joven/viejo temprano/tarde pronto/tarde local/visitante
  empezar/terminar comenzar/terminar inicio/final máximo/mínimo superior/inferior dentro/fuera
  libertad/prisión libre/preso amigo/enemigo aliado/rival guerra/paz fuerte/débil fácil/difícil
  rico/pobre alto/bajo largo/corto grande/pequeño caliente/frío seco/húmedo lleno/vacío rápido/lento
  unir/separar construir/derribar salvar/matar herido/ileso éxito/fracaso triunfar/fracasar
  permitir/prohibir obligar/prohibir defender/atacar acusar/defender mujer/hombre madre/padre
  hijo/hija hermano/hermana izquierda/derecha arriba/abajo todo/nada todos/nadie siempre/nunca
  hasta/desde con/sin importar/exportar optimista/pesimista positivo/negativo verdadero/falso
  nacional/extranjero cubrir/descubrir marido/mujer rey/reina
`)
