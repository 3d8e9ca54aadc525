import { describe, expect, it } from "vitest";
import { portFrom, portProblem } from "../../../loaders/site/port.js";

describe("portFrom(asked, usual)", () => {
  it.each([
    [undefined, 3000],
    ["", 3000],
    ["0", 0],
    ["8080", 8080],
    ["65535", 65535],
  ])("takes %j as %j", (asked, port) => expect(portFrom(asked, 3000)).toBe(port));

  it.each(["abc", "99999", "65536", "-1", " 3000 ", "3000x", "3e3", "0x50", "30.5"])(
    "refuses %j in one line",
    (asked) =>
      expect(() => portFrom(asked, 3000)).toThrow(
        `PORT is "${asked}"; give a number from 1 to 65535, or 0 for any port that is free`,
      ),
  );
});

describe("portProblem(error, port, command)", () => {
  const problem = (code: string, port: number) =>
    portProblem(Object.assign(new Error(`listen ${code}`), { code }), port, "npm run dev");

  it("says why, and names a port that there is", () => {
    expect(problem("EADDRINUSE", 3000)).toBe("port 3000 is taken; choose another one: PORT=3001 npm run dev");
    expect(problem("EADDRINUSE", 65535)).toContain("PORT=3000 npm run dev");
    expect(problem("EACCES", 80)).toBe(
      "port 80 is kept for the system; choose another one: PORT=1024 npm run dev",
    );
    expect(problem("EINVAL", 5000)).toContain("port 5000 cannot be opened (listen EINVAL)");
  });
});
