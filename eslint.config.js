import { readFileSync } from "node:fs";
import { URL } from "node:url";
import js from "@eslint/js";
import tseslint from "typescript-eslint";

/**
 * Rooms of `src`, from the ground up. A room imports from the floors below its own and from itself, from no other room
 * of its floor. CONTRIBUTING.md draws them.
 */
const floors = JSON.parse(readFileSync(new URL("loaders/house/floors.json", import.meta.url), "utf8"));

/** Loaders stand among the pages, because their name is the address of what they write. */
const routedLoaders = "src/**/*.{arrow,csv,gz,js,json,xml,zip}.ts";

/** What a room may not name: rooms of its own floor and above, and the loaders, which never come to the browser. */
const roomRules = floors.flatMap((rooms, floor) =>
  rooms.map((room) => {
    const above = floors.slice(floor).flat();
    const barred = [...above.filter((other) => other !== room), "loaders"];
    const elsewhere = `^(\\.\\./)+(${barred.join("|")})/`;
    const message = `src/${room} imports from the floors below it alone: see the floors in CONTRIBUTING.md`;
    return {
      files: [`src/${room}/**/*.ts`],
      ignores: [routedLoaders],
      rules: {
        "no-restricted-imports": ["error", { patterns: [{ regex: elsewhere, message }] }],
        // The rule above does not see what is fetched later, nor types that are named in passing.
        "no-restricted-syntax": [
          "error",
          ...["ImportExpression > Literal", "TSImportType Literal"].map((selector) => ({
            selector: `${selector}[value=/${elsewhere.replaceAll("/", "\\u002F")}/]`,
            message,
          })),
        ],
      },
    };
  }),
);

export default tseslint.config(
  { ignores: ["dist", "node_modules", "src/.observablehq"] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      complexity: ["error", 15],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-base-to-string": "off",
      // Figures and readers are plain objects of functions that use no "this".
      "@typescript-eslint/unbound-method": "off",
      // test() and describe() of the test runner return promises that nobody needs.
      "@typescript-eslint/no-floating-promises": ["error", { ignoreVoid: true }],
    },
  },
  ...roomRules,
  {
    files: ["test/**/*.ts"],
    rules: {
      // Tests read JSON and pages whose shape is what they test.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "no-loss-of-precision": "off",
    },
  },
  { files: ["**/*.js"], ...tseslint.configs.disableTypeChecked },
);
