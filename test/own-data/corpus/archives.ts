import { strToU8, zipSync } from "fflate";
import { lines, utf8, type Makers } from "./bytes.js";

const csv = utf8(lines("city,n", "Lisbon,1", "Porto,2"));
const one = () => zipSync({ "cities.csv": csv });

/** Where an archive's directory says how large a file is once it is unpacked, behind the mark of its entry. */
const sizeInDirectory = 24;

/** An archive whose directory says that its file unpacks to 4 GB. */
function bomb(): Uint8Array {
  const bytes = one().slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 4; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + sizeInDirectory, 0xfffffff0, true);
  return bytes;
}

/** An archive whose directory says less than its file unpacks to. */
function understated(): Uint8Array {
  const bytes = zipSync({ "cities.csv": utf8(`city,n\n${"Lisbon,1\n".repeat(100_000)}`) }).slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 4; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + sizeInDirectory, 40, true);
  return bytes;
}

/** Archives of files. */
export const archives: Makers = {
  "one file": one,
  "one file in a folder": () =>
    zipSync({ "data/": new Uint8Array(), "data/cities.csv": csv, "__MACOSX/._x": csv }),
  "two files": () => zipSync({ "a.csv": csv, "b.csv": csv }),
  "no file": () => zipSync({}),
  "cut off": () => one().slice(0, 40),
  "damaged inside": () => one().map((byte, at) => (at > 42 && at < 60 ? byte ^ 0xff : byte)),
  "damaged inside and whole": () => {
    const stored = zipSync({ "cities.csv": csv }, { level: 0 });
    return stored.map((byte, at) => (at === 30 + "cities.csv".length + csv.length - 2 ? byte + 1 : byte));
  },
  bomb,
  understated,
  "an archive inside": () => zipSync({ "inner.zip": one() }),
  "a picture inside": () => zipSync({ "p.png": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2) }),
  "a file of another place": () => zipSync({ "../../etc/cities.csv": csv }),
  word: () => zipSync({ "word/document.xml": strToU8("<w/>"), "[Content_Types].xml": strToU8("<x/>") }),
  slides: () => zipSync({ "ppt/presentation.xml": strToU8("<p/>"), "[Content_Types].xml": strToU8("<x/>") }),
};
