/** Words of a row of totals, in the languages of the offices. */
const totals =
  /^(?:(?:grand |general |sub-?)?totals?|sums?|all|(?:eind|sub)?totaal|som|(?:gesamt|zwischen)?summe|gesamt|insgesamt|total g[eé]n[eé]ral|ensemble|sous-total|total geral|soma|subtotal|suma|totale(?: generale)?|somma|razem|ogółem|łącznie)(?:\s*[:(].*)?$/i;

/** True for the first word of a row that adds others up. */
export const isTotalWord = (text: string): boolean => totals.test(text.trim());

/** How a note below a table begins, in the languages of the offices. */
export const noteWords =
  /^(?:sources?|notes?|n\.?b\.?|bron(?:nen)?|toelichting|noot|opmerking(?:en)?|quellen?|anmerkung(?:en)?|hinweis(?:e)?|stand|remarques?|fontes?|notas?|fuentes?|fonti|observações|observaciones|updated|last updated|champ|lecture|l[eé]gende?|legenda|leyenda|źródł[oa]|uwag[ai]|objaśnienia|copyright|©|\*|\(\d\)|¹|²)(?:\b|\s|:|$)/i;
