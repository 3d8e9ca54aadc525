import { expect, it } from "vitest";
import { takeApart } from "../../../loaders/pages/page-text.js";
import { reportProse } from "../../../loaders/reports/report-prose.js";

const prose = (body: string) =>
  reportProse(takeApart("a.md", `---\ntitle: A\n---\n${body}`))
    .replace(/\s+/g, " ")
    .trim();

it.each([
  ["Words [@a, Table 8] and @b say.", "Words and say."],
  ["It has {{ select '}}' | number }} of them.", "It has of them."],
  ["[A sentence]{claim=one}.", "[A sentence]."],
  ["One\n\n::: chart a\ntitle: Chart\nsql: select 1\n:::\n\ntwo", "One two"],
  ["::: note\nA note\n\n::: number\nsql: select 1\n:::\n\nends.\n:::", "A note ends."],
  ["::: figure coverage\n\ntext", "text"],
  ["```js\ncode\n```\n\ntext", "text"],
  ["Write to ana@example.org", "Write to ana@example.org"],
  ["an open {{ select", "an open {{ select"],
])("of %j readers look for %j", (body, words) => expect(prose(body)).toBe(words));
