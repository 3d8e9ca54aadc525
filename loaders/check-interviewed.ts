import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import type { Row, Table } from "./read-table.js";

/** The groups of one city and round: how many kinds of stakeholder have a row, and how many were interviewed. */
interface Groups {
  kinds: number;
  interviewed: number;
}

const keyOf = (row: Row) => `${String(row["city_id"])}/${String(row["round"])}`;

/**
 * Checks that a city's interviews of a round are as many as its groups of interviewees add up to, or differ exactly as
 * a row of `discrepancies` records that points at them. A round without groups, or with half of them, is passed over:
 * what is missing has a fault of its own.
 * @param tables by name; those that are not there, or have problems of their own, are passed over
 */
export function checkInterviewed(tables: ReadonlyMap<string, Table>): EvidenceFault[] {
  const [interviews, interviewees] = [tables.get("interviews"), tables.get("interviewees")];
  if (!interviews || !interviewees) return [];
  const groups = groupsOf(interviewees);
  const allKinds = new Set(interviewees.rows.map((row) => row["stakeholder"])).size;
  const recorded = tables.get("discrepancies")?.rows ?? [];
  return interviews.rows.flatMap((row, index) => {
    const key = keyOf(row);
    const found = groups.get(key);
    const interviewed = Number(row["interviewed"]);
    if (!found || found.kinds < allKinds || found.interviewed === interviewed) return [];
    if (recorded.some((record) => tells(record, key, [interviewed, found.interviewed]))) return [];
    return evidenceFault(
      {
        table: interviews.name,
        row: interviews.lines[index]!,
        field: "interviewed",
        value: String(interviewed),
      },
      `must be ${found.interviewed}, to which the ${allKinds} groups of ${key} in interviewees add up`,
      `mend the number here or in interviewees; if the document has both, record them in discrepancies, with table_name interviews, row_key ${key} and column_name interviewed`,
    );
  });
}

function groupsOf(interviewees: Table): ReadonlyMap<string, Groups> {
  const groups = new Map<string, Groups>();
  for (const row of interviewees.rows) {
    const { kinds, interviewed } = groups.get(keyOf(row)) ?? { kinds: 0, interviewed: 0 };
    groups.set(keyOf(row), { kinds: kinds + 1, interviewed: interviewed + Number(row["interviewed"]) });
  }
  return groups;
}

/** Whether a discrepancy is about this number and has both readings. */
function tells(record: Row, key: string, readings: readonly [number, number]): boolean {
  if (record["table_name"] !== "interviews" || record["column_name"] !== "interviewed") return false;
  const values = [record["value_a"], record["value_b"]].map(Number);
  return record["row_key"] === key && readings.every((reading) => values.includes(reading));
}
