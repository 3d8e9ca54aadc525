/** What a list of initiatives may say of each, one initiative a row. */
export const listFields = [
  "name",
  "dimension",
  "lead",
  "lead_sector",
  "partners",
  "partnership_type",
  "budget",
  "currency",
  "start",
] as const;
export type ListField = (typeof listFields)[number];

/**
 * How offices call these fields, in English, Dutch, French, German, Portuguese, Spanish and Italian; folded, in small
 * letters. The first of each are the likeliest.
 */
export const listFieldNames: Record<ListField, readonly string[]> = {
  name: words(
    "name, initiative, programme, program, project, title, name of the programme, activity, measure, action",
    "naam, initiatief, programma, project, titel, projectnaam, naam programma, activiteit, maatregel",
    "nom, initiative, programme, projet, intitule, titre, action, mesure, dispositif",
    "name, initiative, programm, projekt, titel, bezeichnung, projektname, massnahme, angebot",
    "nome, iniciativa, programa, projeto, titulo, designacao, acao, medida",
    "nombre, iniciativa, programa, proyecto, titulo, denominacion, accion, medida",
    "nome, iniziativa, programma, progetto, titolo, denominazione, azione, misura",
  ),
  dimension: words(
    "dimension, domain, area, policy area, field, theme, topic, category, type of initiative",
    "dimensie, domein, beleidsdomein, beleidsterrein, terrein, thema, categorie, aandachtsgebied",
    "dimension, domaine, volet, axe, theme, thematique, categorie",
    "dimension, bereich, handlungsfeld, themenfeld, themenbereich, thema, kategorie, themengebiet",
    "dimensao, dominio, area, eixo, tema, categoria, area tematica",
    "dimension, ambito, area, eje, tema, categoria, area tematica",
    "dimensione, ambito, area, asse, tema, categoria, settore di intervento",
  ),
  lead: words(
    "lead, lead organisation, lead organization, organisation, organization, responsible, owner, run by, provider",
    "trekker, uitvoerder, organisatie, verantwoordelijke, eigenaar, aanbieder, uitvoerende organisatie",
    "porteur, chef de file, responsable, organisme, organisation, pilote, structure porteuse",
    "trager, projekttrager, federfuhrung, verantwortlich, organisation, anbieter, zustandig",
    "responsavel, entidade, entidade responsavel, organizacao, promotor, entidade promotora",
    "responsable, entidad, entidad responsable, organizacion, promotor, entidad promotora",
    "responsabile, ente, ente responsabile, organizzazione, capofila, soggetto attuatore",
  ),
  lead_sector: words(
    "sector, lead sector, sector of the lead, type of organisation, type of lead",
    "sector, sector trekker, soort organisatie, type organisatie",
    "secteur, secteur du porteur, type d'organisme, type de structure, statut",
    "sektor, sektor des tragers, art des tragers, tragerart, organisationstyp",
    "setor, sector, tipo de entidade, natureza juridica",
    "sector, tipo de entidad, tipo de organizacion",
    "settore, tipo di ente, natura giuridica",
  ),
  partners: words(
    "partners, partner, partner organisations, with, together with, stakeholders",
    "partners, partner, samenwerkingspartners, samen met, betrokken partijen",
    "partenaires, partenaire, avec, partenariats",
    "partner, kooperationspartner, kooperation, beteiligte, mit",
    "parceiros, parceiro, parcerias, com, entidades parceiras",
    "socios, colaboradores, entidades colaboradoras, con, alianzas",
    "partner, partenariato, con, enti partner, collaboratori",
  ),
  partnership_type: words(
    "partnership type, type of partnership, partnership, kind of partnership",
    "type samenwerking, soort samenwerking, samenwerkingsvorm, partnerschap",
    "type de partenariat, forme de partenariat, partenariat",
    "art der partnerschaft, kooperationsform, partnerschaft",
    "tipo de parceria, parceria",
    "tipo de asociacion, tipo de alianza, colaboracion",
    "tipo di partenariato, partenariato pubblico",
  ),
  budget: words(
    "budget, amount, cost, funding, costs, annual budget, grant, euro",
    "budget, bedrag, kosten, begroting, subsidie, financiering, jaarbudget",
    "budget, montant, cout, financement, subvention, budget annuel",
    "budget, betrag, kosten, mittel, forderung, fordersumme, jahresbudget, haushalt",
    "orcamento, montante, valor, custo, financiamento, verba",
    "presupuesto, importe, cantidad, coste, costo, financiacion, monto",
    "budget, importo, costo, finanziamento, bilancio, stanziamento",
  ),
  currency: words(
    "currency",
    "valuta, munt",
    "devise, monnaie",
    "wahrung",
    "moeda",
    "moneda, divisa",
    "valuta, moneta",
  ),
  start: words(
    "start, start year, year, started, since, begin, start date, from",
    "start, startjaar, jaar, begin, sinds, startdatum, beginjaar",
    "debut, annee, annee de debut, demarrage, depuis, date de debut",
    "start, beginn, startjahr, jahr, seit, startdatum, projektbeginn",
    "inicio, ano, ano de inicio, desde, data de inicio",
    "inicio, ano, ano de inicio, desde, fecha de inicio",
    "inizio, anno, anno di inizio, dal, avvio, data di inizio",
  ),
};

function words(...languages: string[]): string[] {
  return [...new Set(languages.flatMap((list) => list.split(", ")))];
}
