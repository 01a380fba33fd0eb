import { groups, type Language, wordPairs, wordSet } from '../language.ts'

/** French lists by class, as they stand in print; the checker compares them by stem. */
export const frenchWords: Language['words'] = {
  negation: wordSet('ne n pas jamais personne rien aucun aucune ni sans non nul nulle'),
  nearNegation:
    wordSet(`nier nie nié démentir dément démenti refuser refusé rejeter rejeté échouer échoué éviter
    empêcher guère peine exclure exclu renoncer renoncé abandonner abandonné annuler annulé suspendre
    contester conteste écarter écarté récuser réfuter interdire interdit manquer sauf excepté incapable
    impossible faux ignorer cesser faute interrompre`),
  weekday: wordSet('lundi mardi mercredi jeudi vendredi samedi dimanche'),
  day: wordSet(`aujourdhui hier demain dernier dernière prochain prochaine cette_année ce_mois cette_semaine
    matin soir nuit midi minuit printemps automne hiver récemment bientôt veille lendemain avant-hier`),
  unit: wordSet(`seconde minute heure jour journée semaine mois trimestre semestre an ans année décennie siècle %
    pour_cent kilomètre km mètre centimètre cm millimètre mm kilo kg gramme tonne litre euro dollar franc
    livre yen € $ £ degré hectare million milliard mille watt mégawatt`),
  possibility:
    wordSet(`pouvoir peut peuvent pourrait pourraient peut_être possible possiblement probable
    probablement présumé présumée soupçonner soupçonné suspect suspecté accuser accusé selon sembler semble
    semblent apparemment aurait auraient serait seraient si envisager envisage espérer espère tenter tente
    éventuel éventuellement prévoir prévoit estimer estimé évaluer croire croit penser pense vouloir veut
    veulent proposer propose proposera étudier étudie menacer menace attribué attribuée supposé chercher
    viser risque rumeur devrait devraient susceptible évoquer`),
  certainty:
    wordSet(`confirmer confirmé coupable prouvé prouver certain certainement condamner condamné
    toujours déjà devoir doit doivent devra sûrement sûr définitif définitivement évidemment clairement
    inévitable garantir décider va vont`),
  comparison:
    wordSet(`plus moins avant après depuis sur sous pendant presque environ davantage dès jusque
    jusqu quelque près double triple moitié tiers quart meilleur pire supérieur inférieur maximum minimum
    autant contre mieux autour`),
  quantifier:
    wordSet(`tout tous toute toutes chaque quelques plusieurs beaucoup peu seulement uniquement
    majorité plupart autre autres même mêmes trop assez certains certaines ensemble tant seul seule seuls`),
  reporting:
    wordSet(`dire affirmer affirmé annoncer annoncé déclarer déclaré expliquer expliqué ajouter ajouté
    indiquer indiqué préciser précisé assurer assuré prévenir prévenu avertir averti rappeler rappelé raconter
    raconte promettre promis estimer souligner souligné reconnaître reconnu admettre admis répondre répondu
    réagir réagi lancer lancé commenter commenté soutenir confier confié informer rapporter rapporté
    féliciter réclamer regretter avouer avoué qualifier conclure`),
  pronoun:
    wordSet(`il elle ils elles lui leur leurs son sa ses ce cela ceci celui celle ceux celles on se s me m
    te t nous vous je j tu eux cette cet ces dont notre nos votre vos mon ma mes y`),
  filler:
    wordSet(`aussi également cependant toutefois maintenant alors encore très ainsi désormais notamment
    par_ailleurs en_revanche en_effet enfin puis ensuite à_le_total soit pourtant`),
  month:
    wordSet(`janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv fév
    févr avr juil sept oct nov déc`),
  function:
    wordSet(`le la les l un une des de d à en dans par pour avec et ou où que qu qui être avoir comme entre
    vers quand mais donc car au lors lorsque lorsqu alors_que tandis afin chez devant derrière c`),
}

/** Words and phrases that French newspapers use for one another. */
export const frenchSynonyms = groups(`
  dire = déclarer = affirmer = indiquer = assurer = expliquer = préciser
  ajouter = renchérir
  prévenir = avertir = alerter
  reconnaître = admettre
  états unis = usa
  ue = union européenne
  onu = nations unies
  pour cent = %
  euro = €
  dollar = $
  enfant = mineur
  policier = police
  commencer = débuter = démarrer
  finir = terminer = achever
  acheter = acquérir
  mourir = décéder = périr = perdre la vie = perdu la vie = trouvé la mort = trouver la mort
  mort = décédé = tué
  selon = d' après = d après
  environ = quelque = autour de
  près de = presque = quasi
  plus de = au-delà de
  augmenter = progresser = grimper = croître
  baisser = reculer = diminuer = chuter
  entreprise = société = compagnie = firme
  groupe = entreprise
  salarié = employé
  emploi = poste
  juge = magistrat
  avocat = défenseur
  incendie = feu
  voiture = véhicule = automobile
  médecin = docteur
  école = établissement scolaire
  match = rencontre
  but = réalisation
  inscrire = marquer
  battre = vaincre
  utiliser = employer
  demander = réclamer
  obtenir = décrocher
  organiser = tenir
  loi = texte
  scrutin = élection
  député = parlementaire
  gouvernement = exécutif
  en raison de = à cause de
  afin de = pour
  avant = à la veille de
  après = à la suite de
  maire = édile
  habitant = résident
  foyer = ménage
  requérir = demander
  dégât = dommage
  retrouver = découvrir
`)

export const frenchAntonyms = wordPairs(`
  augmenter/baisser augmenter/diminuer augmenter/réduire progresser/reculer grimper/chuter gagner/perdre
  accepter/refuser ouvrir/fermer rouvrir/fermer acheter/vendre vivant/mort vivre/mourir victoire/défaite
  nord/sud est/ouest meilleur/pire plus/moins avant/après approuver/rejeter adopter/rejeter
  arrêter/libérer légal/illégal légalement/illégalement possible/impossible coupable/innocent
  soutenir/rejeter soutenir/combattre premier/dernier public/privé entrer/sortir hausse/baisse
  hausse/chute bénéfice/perte gain/perte condamner/relaxer condamner/acquitter condamnation/relaxe
  nier/admettre nier/reconnaître confirmer/démentir affirmer/nier alourdir/alléger réduire/creuser
  suppression/création supprimer/créer embaucher/licencier ouvert/fermé coupé/ouvert gratuit/payant
  vieux/nouveau ancien/nouveau jeune/vieux tôt/tard commencer/finir début/fin maximum/minimum
  supérieur/inférieur libre/détenu liberté/prison ami/ennemi guerre/paix fort/faible facile/difficile
  riche/pauvre haut/bas long/court grand/petit chaud/froid sec/humide plein/vide rapide/lent
  construire/détruire sauver/tuer blessé/indemne succès/échec réussir/échouer permettre/interdire
  autoriser/interdire défendre/attaquer accuser/défendre femme/homme mère/père fils/fille frère/soeur
  gauche/droite tout/rien tous/aucun toujours/jamais jusque/depuis avec/sans importer/exporter
  optimiste/pessimiste positif/négatif vrai/faux pour/contre national/étranger diviser/multiplier
  doubler/réduire doubler/diviser lourd/léger aisé/modeste monter/descendre élargir/restreindre
  mari/femme roi/reine perdre/retrouver accorder/refuser valable/invalable
`)
