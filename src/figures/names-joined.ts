/**
 * SQL that joins the names of a group for a sentence: "Lisbon, Nairobi and São Paulo"; null where there is none.
 * @param names the column, with `distinct` before it where a name may come twice
 * @param where which rows are named
 */
export function namesJoined(names: string, where: string): string {
  const column = names.replace("distinct ", "");
  const listed = `string_agg(${names}, ', ' order by ${column}) filter (where ${where})`;
  return `regexp_replace(${listed}, ', ([^,]+)$', ' and \\1')`;
}
