// Words by which texts name what the evidence counts, in small letters without accents. A pattern that is longer, or has
// a larger weight, is taken before another at the same place.

/** One way to name an indicator. */
export interface Term {
  indicators: readonly string[];
  pattern: string;
  /** How surely it is meant: 3 by its own name, 2 by a word near it, 1 by a word that may mean others. */
  weight: 1 | 2 | 3;
}

const term = (indicators: string, pattern: string, weight: Term["weight"] = 3): Term => ({
  indicators: indicators.split(" "),
  pattern,
  weight,
});

/** What the mapping counted. */
export const countedTerms: readonly Term[] = [
  term(
    "initiatives-mean",
    "(?:average|mean) (?:number|count)?(?: of)? ?initiatives|initiatives (?:per|a) city|initiatives on average",
  ),
  term(
    "partnerships-mean",
    "(?:average|mean) (?:number|count)?(?: of)? ?partnerships|partnerships (?:per|a) city|partnerships on average",
  ),
  term("initiatives", "initiatives?"),
  term("actors", "actors?"),
  term("partnerships", "partnerships?"),
  term(
    "not-replied",
    "(?:did|do|does|had|has|have) not (?:reply|answer|respond|replied|answered|responded)|non-repl(?:y|ies)|no (?:reply|answer)|never (?:replied|answered)",
  ),
  term("contacted", "contacted|approached|invited to (?:an )?interviews?"),
  term("replied", "replied|answered|responded|repl(?:y|ies)|responses"),
  term("rejected", "rejected|declined|refused|rejections?|refusals?"),
  term("interviewed", "interviewed|interviews?|interviewees?"),
  term("practices", "practices?|examples of practices?|partner actions?"),
  term("mapped-cities", "cities (?:were |was )?(?:mapped|studied|surveyed)", 2),
];

/** What documents count of places, by the indicator's id. */
export const statisticTerms: readonly Term[] = [
  term(
    "foreign-born-pct foreign-born-persons",
    "foreign-born|foreign born|born (?:abroad|overseas|outside [a-z]+|in (?:another|other) countr(?:y|ies))",
  ),
  term(
    "foreign-born-pct international-migrants-pct migrant-background-pct international-migrants-persons foreign-born-persons",
    "(?:im)?migrants?|newcomers",
    1,
  ),
  term("international-migrants-pct international-migrants-persons", "international migrants?"),
  term(
    "migrant-background-pct",
    "(?:im)?migrant background|migration background|second generation|migrant origin",
  ),
  term("refugees-pct refugees-persons refugees-country-share-pct refugees-received-persons", "refugees?", 2),
  term(
    "refugees-country-share-pct",
    "(?:country's|nation's|malaysia's|all|national) refugees|refugees (?:in|of) (?:the country|malaysia)",
  ),
  term("refugees-received-persons", "(?:took|taken|taking) in|received|admitted", 2),
  term("population-persons", "population|inhabitants|residents"),
  term("population-persons", "people|home to|city of", 1),
  term(
    "asylum-applications",
    "asylum applications?|applications? for asylum|applied for asylum|asylum claims?",
  ),
  term("asylum-seekers-persons", "asylum[- ]seekers?"),
  term("syrian-refugees-resettled-persons", "syrian refugees|syrians"),
  term("refugees-english-speaking-pct", "spoke (?:any |some )?english|speak english"),
  term("refugees-and-asylum-seekers-persons", "refugees and asylum[- ]seekers"),
  term("residence-visa-families", "families|residence visa", 2),
  term("displaced-persons", "displaced|displacement", 2),
  term("displaced-persons", "forcibly displaced"),
  term("internally-displaced-persons", "internally displaced"),
  term(
    "disaster-displaced-persons disaster-displaced-persons-per-year",
    "displaced by (?:natural |weather |sudden )?(?:disasters?|hazards?|floods)|disaster displacement",
  ),
  term("environmental-migrants-persons", "environmental migrants?|climate migrants?"),
  term(
    "urban-population-pct",
    "(?:live|lives|lived|living) in (?:cities|towns|urban areas)|urban population|city[- ]dwellers",
  ),
  term("rural-population-pct", "rural population|(?:live|lived|living) in (?:the countryside|rural areas)"),
  term("immigrants-urban-pct", "immigrants (?:live|living|lived) in (?:cities|towns|urban areas)"),
  term(
    "refugees-urban-pct",
    "refugees (?:live|living|lived|are) in (?:cities|towns|urban areas)|urban refugees",
  ),
  term(
    "internally-displaced-urban-pct",
    "internally displaced (?:people |persons )?(?:live|living|are) in (?:cities|urban areas)",
  ),
  term("unemployment-pct", "unemployment|unemployed"),
  term(
    "youth-unemployment-pct",
    "youth unemployment|young people (?:are|were) unemployed|unemployment (?:rate )?among (?:the young|young people)",
  ),
  term("sea-arrivals-persons", "by sea|crossed the (?:sea|mediterranean|aegean)"),
  term("stranded-migrants-persons", "stranded"),
  term("transit-migrants-persons", "passed through|passing through|in transit"),
  term("other-language-at-home-pct", "(?:another|other|different) language|language other than english"),
  term(
    "citizenship-eligible-residents-persons",
    "eligible (?:for|to become) citizen[a-z]*|could become citizens",
  ),
  term(
    "conflict-victims-registered-persons",
    "victims? of (?:the )?(?:armed )?conflict|conflict victims?|registered victims?",
  ),
  term("immigrants-settling-in-city-pct", "immigrants (?:[a-z]+ ){0,4}settle|settle in"),
  term("refugees-in-subsidised-flats-persons", "subsidised (?:flats|apartments)"),
  term("refugees-in-camp-persons", "in (?:the |a )?camps?|elaionas"),
  term("workforce-one-employer-pct", "workforce"),
  term("waste-generation-change-pct", "waste"),
  term("new-residents-target-persons", "new residents"),
  term("remittances-usd", "remittances"),
  term("development-aid-usd", "development aid"),
  term("migrants-gdp-pct migrants-gdp-usd", "(?:gdp|gross domestic product|global output|economic output)"),
  term("interview-response-rate-pct", "response rate"),
  term("interview-success-rate-pct", "success rate"),
  term(
    "initiatives-language-courses-count",
    "(?:language[- ]course initiatives|initiatives (?:for|on|with|offering) language courses?)",
  ),
  term("initiatives-housing-count", "(?:housing initiatives|initiatives (?:for|on|in) housing)"),
  term("initiatives-education-count", "(?:education(?:al)? initiatives|initiatives (?:for|on|in) education)"),
  term("initiatives-health-count", "(?:health initiatives|initiatives (?:for|on|in) health)"),
  term("initiatives-dialogue-count", "(?:dialogue initiatives|initiatives (?:for|on) dialogue)"),
  term("initiatives-intercultural-workshops-count", "intercultural workshops?"),
  term("share-of-country-immigrants-pct", "(?:canada's|country's|nation's|all|america's) immigrants"),
  term("share-of-world-immigrants-pct", "world's immigrants"),
  term("intercultural-index-welcoming-pct", "welcoming policy|intercultural cities index"),
  term("displacement-duration-years", "displacement lasts?|length of displacement"),
];
