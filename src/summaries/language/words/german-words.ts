import { groups, type Language, wordPairs, wordSet } from '../language.ts'

/** German lists by class, as they stand in print; the checker compares them by stem. */
export const germanWords: Language['words'] = {
  negation: wordSet(
    'nicht kein keine keinen keinem keiner keines nie niemals niemand niemandem niemanden nichts ohne weder noch nein nirgends',
  ),
  nearNegation:
    wordSet(`bestritt bestritten bestreiten bestreitet leugnen leugnet dementieren dementierte ablehnen
    lehnte lehnten lehnt abgelehnt verweigern verweigerte verhindern verhinderte scheitern scheiterte
    gescheitert kaum vermeiden vermied ausschließen ausgeschlossen schloss verzichten verzichtete
    zurückweisen zurückgewiesen wies wiesen absagen abgesagt untersagen untersagt verbieten verboten
    fehlen unmöglich falsch unbekannt außer ausgenommen selten wider widersprechen widersprach
    unterlassen stoppen gestoppt einstellen verfehlen`),
  weekday: wordSet(
    'montag dienstag mittwoch donnerstag freitag samstag sonntag montag dienstag mittwoch donnerstag freitag sonnabend sonntag',
  ),
  day: wordSet(`heute gestern morgen vorgestern übermorgen letzte nächste kommende vergangene dieses_jahr
    dieser_woche abend nacht mittag mitternacht nachmittag vormittag frühjahr frühling sommer herbst winter
    vorjahr zuletzt kürzlich bald wochenende`),
  unit: wordSet(`sekunde minute stunde tag woche monat quartal halbjahr jahr jahrzehnt jahrhundert % prozent
    prozentpunkt kilometer km meter zentimeter cm millimeter mm kilo kilogramm kg gramm tonne liter euro
    dollar franken pfund yen cent € $ £ grad hektar quadratmeter million milliarde tausend watt megawatt`),
  possibility:
    wordSet(`kann können könnte könnten konnte konnten möglich möglicherweise wahrscheinlich
    vielleicht mutmaßlich mutmaßliche angeblich soll sollen solle sollte sollten dürfte dürften verdächtig
    verdacht vermutlich offenbar anscheinend eventuell vermuten vermutet planen plant plan will wollen wolle wollte
    wollten möchte möchten hoffen hofft hoffnung versuchen versucht erwarten erwartet rechnen rechnet
    schätzen schätzt geschätzt glauben glaubt meinen falls wenn sofern solange laut würde würden wäre wären
    hätte hätten prüfen prüft erwägen erwägt vorschlagen drohen droht scheinen scheint zufolge
    zugeschrieben gelten gilt beabsichtigen anklagen angeklagt beschuldigen beschuldigt`),
  certainty:
    wordSet(`bestätigen bestätigt schuldig beweisen bewiesen erwiesen sicher sicherlich verurteilen
    verurteilt immer bereits schon wird werden müssen muss musste müsste eindeutig endgültig zweifellos
    unvermeidlich beschließen tatsächlich`),
  comparison:
    wordSet(`mehr weniger größer kleiner höher niedriger vor nach seit bis über unter während fast rund
    etwa mindestens höchstens knapp doppelt dreifach halb drittel viertel besser schlechter stärker schwächer
    länger kürzer früher später nachdem bevor ungefähr circa ca zirka gut maximal minimal meist anders gleich`),
  quantifier:
    wordSet(`alle alles allen aller jeder jede jedes einige mehrere viele wenige nur hälfte mehrheit
    meisten andere anderen letzte ganz sämtliche erst lediglich bloß allein beide zu_wenig zu_viel manche
    zahlreiche selbst sogar`),
  reporting:
    wordSet(`sagen erklären erklärte ankündigen kündigte angekündigt mitteilen teilte mitgeteilt betonen
    betonte hinzufügen berichten berichtete meinen meint meinte warnen warnte versichern versicherte
    äußern äußerte nennen nannte sprechen sprach versprechen versprach vorwerfen warf einräumen räumte
    zugeben gestehen gestand fordern forderte mahnen melden meldete bezeichnen erzählen hinweisen
    begründen begründete schreiben schrieb schrieben antworten kritisieren urteilen erläutern angaben behaupten
    behauptete bekräftigen`),
  pronoun:
    wordSet(`er es ihm ihr ihn ihnen sein seine seiner seinen seinem ihre ihrer ihren ihrem dieser
    diese dieses diesen diesem jener jene sich wir uns unser ich mir mich du man wer dessen deren`),
  filler:
    wordSet(`auch jedoch außerdem zudem nun jetzt dann sehr so noch aber hingegen dagegen allerdings
    doch dabei damit da überhaupt weiter weiterhin indes unterdessen gar wieder zugleich daher deshalb
    etwa dort hier hieß`),
  month:
    wordSet(`januar jänner februar märz april mai juni juli august september oktober november dezember
    jan feb mär apr jun jul aug sept sep okt nov dez`),
  function:
    wordSet(`der die das den dem des ein eine einen einem einer eines und oder in an auf aus bei mit zu
    von für gegen durch um als wie dass sein haben wo weil sie ob zwischen wegen trotz beim unter ihrerseits
    zurück ab`),
}

/** Words and phrases that German newspapers use for one another. */
export const germanSynonyms = groups(`
  sagen = erklären = mitteilen = äußern = betonen
  usa = vereinigte staaten = vereinigten staaten
  eu = europäische union = europäischen union
  prozent = %
  euro = €
  polizei = polizisten = beamte
  beginnen = anfangen = starten
  enden = aufhören
  kaufen = erwerben
  ums leben gekommen = gestorben = getötet = ums leben kommen = umgekommen = kamen ums leben = starben
  toter = todesopfer
  finale = endspiel
  halbzeit = pause
  karte = ticket
  spiel = partie = begegnung
  tor = treffer
  trainer = coach
  verein = klub = club
  mannschaft = team
  zuschauer = besucher
  gericht = kammer
  haft = gefängnis
  anwalt = verteidiger
  jahr = jahre
  unternehmen = firma = konzern
  arbeitsplatz = stelle = job
  mitarbeiter = beschäftigter = angestellter
  streichen = abbauen
  steigen = zulegen = klettern
  sinken = fallen = zurückgehen
  etwa = rund = circa = ca = ungefähr = zirka
  fast = beinahe = nahezu
  knapp = fast
  mehr als = über
  weniger als = unter
  vor allem = besonders
  auto = wagen = fahrzeug = pkw
  arzt = mediziner
  kind = junge
  brand = feuer
  überschwemmung = hochwasser = flut
  regierungschef = ministerpräsident
  fordern = verlangen
  zeigen = präsentieren
  öffnen = eröffnen
  ändern = verändern
  unverändert = gleich
  wegen = aufgrund = infolge
  beschließen = verabschieden
  gesetz = regelung
  bekommen = erhalten
  müssen = haben zu
  gesperrt = geschlossen
  einwohner = bewohner
  wahl = abstimmung
  milliarde = mrd
  million = mio
`)

export const germanAntonyms = wordPairs(`
  steigen/sinken steigen/fallen stieg/sank zulegen/verlieren gewinnen/verlieren annehmen/ablehnen
  angenommen/abgelehnt beschließen/ablehnen beschlossen/abgelehnt öffnen/schließen geöffnet/geschlossen
  kaufen/verkaufen kauf/verkauf lebend/tot leben/sterben sieg/niederlage nord/süd norden/süden osten/westen
  besser/schlechter mehr/weniger vor/nach nachdem/bevor bis/ab zustimmen/ablehnen festnehmen/freilassen
  legal/illegal möglich/unmöglich schuldig/unschuldig erste/letzte öffentlich/privat über/unter
  verurteilen/freisprechen verurteilt/freigesprochen verurteilung/freispruch gestehen/bestreiten
  gestanden/bestritten bestätigen/dementieren bestätigen/bestreiten begrüßen/kritisieren loben/kritisieren
  erhöhen/senken erhöhen/kürzen steigern/senken belasten/entlasten streichen/schaffen abbauen/schaffen
  einstellen/entlassen gewinn/verlust anstieg/rückgang zunahme/abnahme zunehmen/abnehmen
  halbieren/verdoppeln doppelt/halb größer/kleiner höher/niedriger stärker/schwächer stark/schwach
  länger/kürzer lang/kurz früher/später früh/spät alt/neu alt/jung hoch/niedrig groß/klein warm/kalt
  trocken/nass voll/leer schnell/langsam leicht/schwer reich/arm mindestens/höchstens maximal/minimal
  gesperrt/offen offen/geschlossen beschädigt/unbeschädigt verletzt/unverletzt gastgeber/gast heim/auswärts
  beginnen/enden anfang/ende krieg/frieden freund/feind aufbauen/abreißen retten/töten erfolg/misserfolg
  erlauben/verbieten verteidigen/angreifen frau/mann mutter/vater sohn/tochter bruder/schwester links/rechts
  alle/niemand alles/nichts immer/nie mit/ohne importieren/exportieren optimistisch/pessimistisch
  positiv/negativ wahr/falsch für/gegen inländisch/ausländisch ankommen/abreisen haft/freiheit
  gefängnis/freiheit erst/schon minderheit/mehrheit überlebt/gestorben absagen/zusagen
  zurücktreten/antreten oben/unten innen/außen verkaufen/kaufen
`)
