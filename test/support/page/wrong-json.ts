/** What may stand in the place of a JSON file whose text is given, by what it is. */
export function wrongJson(text: string): [what: string, text: string][] {
  const whole = JSON.parse(text) as Record<string, unknown>;
  return [
    ["nothing", ""],
    ["half a file", text.slice(0, text.length / 2)],
    ["a page", "<!doctype html><title>Sign in</title>"],
    ["[]", "[]"],
    ["{}", "{}"],
    ["null", "null"],
    ["a number", "7"],
    ["text", '"all is well"'],
    ["a list of wrong things", "[1, null, {}]"],
    ...Object.entries(whole).flatMap(([name, value]): [string, string][] => [
      [`no ${name}`, JSON.stringify({ ...whole, [name]: undefined })],
      [`a number as ${name}`, JSON.stringify({ ...whole, [name]: 7 })],
      [`wrong things as ${name}`, JSON.stringify({ ...whole, [name]: Array.isArray(value) ? [7] : [value] })],
    ]),
  ];
}
