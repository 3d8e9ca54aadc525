import { joined, lines, oneByte, utf16, utf8, type Makers } from "./bytes.js";

const mark = "\ufeff";
const dutch = lines(
  "gemeente;inwoners",
  "’s-Gravenhage;548320",
  "Súdwest-Fryslân;90000",
  "Oegstgeest – centrum;24000",
);
const german = lines("Stadt;Einwohner", "Köln;1084831", "München;1512491", "Gießen;93000", "Lüneburg;77000");
const portuguese = lines(
  "município;população",
  "São João da Madeira;22000",
  "Évora;53000",
  "Câmara de Lobos;32000",
);
const spanish = lines("municipio;año;población", "A Coruña;2023;245468", "Cádiz;2023;111811");
const french = lines("commune;année;nœud", "Besançon;2023;1", "Orléans;2023;2", "Saint-Étienne;2023;3");
const polish = lines("miasto;ludność", "Łódź;655279", "Gdańsk;486345", "Kraków;803282", "Częstochowa;204703");

/** The same kinds of lists as offices keep them, in the encodings of their programs. */
export const encodings: Makers = {
  "utf-8": () => utf8(dutch),
  "utf-8 with mark": () => utf8(mark + polish),
  "utf-16 le with mark": () => utf16(mark + german, "le"),
  "utf-16 be with mark": () => utf16(mark + portuguese, "be"),
  "utf-16 le": () => utf16(spanish, "le"),
  "utf-16 be": () => utf16(polish, "be"),
  "utf-16 le with an odd byte": () => joined(utf16(mark + german, "le"), new Uint8Array([0x0a])),
  "windows-1252 dutch": () => oneByte(dutch, "windows-1252"),
  "windows-1252 euro": () => oneByte(lines("naam;bedrag", "Café;€ 12,50", "Crèche;€ 3,00"), "windows-1252"),
  "latin-1 german": () => oneByte(german, "windows-1252"),
  "latin-1 portuguese": () => oneByte(portuguese, "windows-1252"),
  "latin-1 spanish": () => oneByte(spanish, "windows-1252"),
  "windows-1252 french": () => oneByte(french, "windows-1252"),
  "windows-1252 capitals": () =>
    oneByte(lines("COMUNE;N", "FORLÌ;1", "ÉVORA;2", "SÃO BRÁS;3", "MÜNSTER;4"), "windows-1252"),
  "windows-1250 polish": () => oneByte(polish, "windows-1250"),
  "windows-1250 one letter": () => oneByte(lines("miasto;n", "Świdnica;1", "Wałcz;2"), "windows-1250"),
  "latin-2 polish": () => oneByte(polish, "iso-8859-2"),
  "mac roman french": () => oneByte(french, "macintosh"),
  "mac roman german": () => oneByte(german, "macintosh"),
  "mac roman portuguese": () => oneByte(portuguese, "macintosh"),
  "mac roman spanish": () => oneByte(spanish, "macintosh"),
  "utf-8 with one bad byte": () => joined(utf8(portuguese), new Uint8Array([0xe9]), utf8("vora bis;2\n")),
};
