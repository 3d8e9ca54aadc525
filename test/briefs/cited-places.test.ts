import { beforeAll, describe, expect, it } from "vitest";
import { shownEvidence } from "../../src/components/evidence-figure.js";
import { sourcesBehind } from "../../src/components/figure-caption.js";
import { sourceText } from "../../src/components/source-text.js";
import { briefFigures } from "../../src/briefs/figures.js";
import { openRealBriefs, type RealBriefs } from "../support/evidence/real-briefs.js";

let real: RealBriefs;
beforeAll(async () => {
  real = await openRealBriefs();
});

describe.each(Object.values(briefFigures))("the citation of $id", (figure) => {
  it("names places, whatever the city", async () => {
    const rows = await real.query(figure.sql({}));
    const cities = [...new Set(rows.map((row) => String(row.city_id)))];
    expect(cities.length).toBeGreaterThan(0);
    for (const city of cities) {
      const shown = shownEvidence(figure, figure.select(rows, { city }), { city });
      const words = sourceText({ sources: sourcesBehind(shown) }, real.context);
      expect(words, city).not.toMatch(/listed where/);
      const [first] = sourcesBehind(shown);
      expect(words, city).toContain(`${real.context.sourceName(first!.source_id)}, ${first!.locator}`);
    }
  });
});
