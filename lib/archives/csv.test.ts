import { expect, it } from "vitest";
import { csvLine } from "./csv";

it("a name with quotes, commas and line breaks stays in one cell", () => {
  expect(csvLine(['He said "hi", twice\n', 120.5, null])).toBe('"He said ""hi"", twice\n",120.5,\r\n');
});

it.each(["=1+1", "+1", "-1", "@SUM(A1)"])("a name such as %s does not become a formula in a spreadsheet", (name) => {
  expect(csvLine([name])).toBe(`'${name}\r\n`);
});

it("a negative number stays a number", () => {
  expect(csvLine([-12.3])).toBe("-12.3\r\n");
});
