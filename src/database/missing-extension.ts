/** What the browser's DuckDB lacks, and what to write instead, by the extension that would bring it. */
const lacking: Record<string, { what: string; instead: string }> = {
  icu: {
    what: "time zones, the day of today and sorting by language (extension icu)",
    instead:
      "Take the zone off first: now()::timestamp, or column::timestamp. Today is now()::timestamp::date; to sort names without their accents, order by strip_accents(name).",
  },
  json: {
    what: "JSON (extension json)",
    instead: "Use lists, structs and maps: [1, 2], {'a': 1}, value.a. They are shown as JSON.",
  },
  parquet: {
    what: "Parquet files (extension parquet)",
    instead: "The tables of the evidence are here under their names.",
  },
};

/**
 * Words for DuckDB's advice to install an extension, which cannot come: no page asks another host for anything.
 * @param said by DuckDB
 * @returns `null` where it speaks of something else
 */
export function missingExtension(said: string): { first: string; hints: string[] } | null {
  const name = extensionIn(said);
  if (!name) return null;
  const { what, instead } = lacking[name] ?? {
    what: `the extension ${name}`,
    instead: "Run the query in DuckDB on your own computer, on the downloaded tables.",
  };
  const asked = /with name "?([^"\s]+)"? is not in the catalog/.exec(said)?.[1];
  return {
    first: `${asked ? `${asked} cannot be used here` : "This cannot be answered here"}: the database in the browser lacks ${what}, and it cannot be fetched.`,
    hints: [instead],
  };
}

function extensionIn(said: string): string | undefined {
  const named =
    /exists in the (\w+) extension/.exec(said) ??
    /required extension '(\w+)'/.exec(said) ??
    /\b(\w+)\.duckdb_extension\.wasm is not available/.exec(said);
  if (named) return named[1];
  // Without time zones, what needs one is said to fit no function.
  const unfit = /No function matches|Unimplemented type for cast/.test(said);
  return unfit && /TIMESTAMP WITH TIME ZONE/.test(said.split("\n")[0]!) ? "icu" : undefined;
}
