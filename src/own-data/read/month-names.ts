/** Names of months, whole and cut, in the languages of the offices, from January on; without points. */
const names: readonly string[] = [
  "January February March April May June July August September October November December",
  "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
  "januari februari maart april mei juni juli augustus september oktober november december",
  "jan feb mrt apr mei jun jul aug sept okt nov dec",
  "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
  "Jän Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
  "Jänner Feber Mrz April Mai Juni Juli August Sept Oktober November Dezember",
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  "janv févr mars avr mai juin juil août sept oct nov déc",
  "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  "jan fev mar abr mai jun jul ago set out nov dez",
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  "ene feb mar abr may jun jul ago sept oct nov dic",
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  "gen feb mar apr mag giu lug ago set ott nov dic",
  "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
  "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
  "sty lut mar kwi maj cze lip sie wrz paź lis gru",
];

const months = new Map(
  names.flatMap((year) =>
    year
      .toLowerCase()
      .split(" ")
      .map((name, at) => [name, at + 1]),
  ),
);

/** The month that a name stands for, January being 1; null where it is no name of a month. No name means two months. */
export const monthOf = (name: string): number | null => months.get(name.toLowerCase()) ?? null;
