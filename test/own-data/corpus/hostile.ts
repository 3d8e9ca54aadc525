import { file, joined, utf8, type Makers } from "./bytes.js";

/** Names and texts that would do something somewhere else: here they stay text. */
export const hostile: Makers = {
  "names with html": file(
    "<b>city</b>;<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>;1",
    "Porto & Gaia;2",
  ),
  formulas: file("=1+1;@name", '=HYPERLINK("http://x.example","go");+1', "-2+3;-1", "@sum(1);4"),
  "marks from right to left": file("city;n", "\u202eLisbon\u202c;1", "\u200fحيفا;2", "\u2066Porto\u2069;3"),
  "names of objects": file("__proto__;constructor;toString", "1;2;3", "4;5;6"),
  "a name of 10,000 letters": file(`${"n".repeat(10_000)};b`, "1;2", "3;4"),
  "a text of 20 million letters": () => utf8(`city;n\n"${"x".repeat(20e6)}";1\nPorto;2\n`),
  "digits without end": file("n", "1".repeat(50_000), "2"),
  "spaces without end": () => utf8(`city;n\n${" ".repeat(100_000)}x;1\nPorto;2\n`),
  "a million columns": () => utf8(`${"a;".repeat(999_999)}a\n${"1;".repeat(999_999)}1\n`),
  "a million columns in one row": () => utf8(`city;n\nLisbon;1\n${"1;".repeat(999_999)}1\nPorto;2\n`),
  "letters alike": file("city;сity", "a;1", "b;2"),
  "names alike by composition": file("São;Sa\u0303o", "1;2", "3;4"),
  "letters beyond the first plane": file("city;n", "𝕷isbon 🏙️;1", "Porto;2"),
  "a half of a letter": () =>
    joined(utf8("city;n\nLis"), new Uint8Array([0xed, 0xa0, 0x80]), utf8("bon;1\nPorto;2\n")),
  "an unseen space in names": file("\u200bcity\u200b;\u00a0n\u00a0", "Lisbon;1", "Porto;2"),
};
