import type { ToldFault } from "../components/told-fault.js";
import { bad, good, type Outcome } from "../model/outcome.js";
import { isFields, type Fields } from "./is-fields.js";
import { toVersion2 } from "./migrate-to-2.js";
import { schemaVersion } from "./versions.js";

/** How a record of one schema version becomes one of the next. */
export interface Migration {
  from: number;
  /** Never changes what it is given; may meet a damaged record, and then leaves what it cannot read as it is. */
  migrate: (record: Fields) => Fields;
}

/** Every step there ever was, oldest first; none is ever taken out. Version 1 is the first that was published. */
export const migrations: readonly Migration[] = [{ from: 1, migrate: toVersion2 }];

/**
 * A record of any version in the form of the present one.
 * @param steps for tests
 * @param present for tests
 */
export function migrated(
  record: unknown,
  steps: readonly Migration[] = migrations,
  present = schemaVersion,
): Outcome<Fields, ToldFault> {
  if (!isFields(record)) return bad({ message: "it does not hold a scenario" });
  const version = record.schemaVersion;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1)
    return bad({ message: "it does not say which version it has", field: "schemaVersion" });
  if (version > present) {
    const message = `it was made with a newer Arrivals (scenario version ${version}, this page reads up to ${present}); open it there, or reload this page to get the newest`;
    return bad({ message, field: "schemaVersion" });
  }
  let now = record;
  for (let at = version; at < present; at++) {
    const step = steps.find(({ from }) => from === at);
    if (!step) return bad({ message: `scenario version ${at} can no longer be read` });
    try {
      now = { ...step.migrate(now), schemaVersion: at + 1 };
    } catch {
      return bad({ message: `what it holds of scenario version ${at} is damaged` });
    }
  }
  return good(now);
}
