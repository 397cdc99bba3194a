import { expect, it } from "vitest";
import { csvLine } from "./csv";

it("a name with quotes, commas and line breaks stays one cell", () => {
  expect(csvLine(['He said "hi", twice\n', 120.5, null])).toBe('"He said ""hi"", twice\n",120.5,\r\n');
});

it.each(["=1+1", "+1", "-1", "@SUM(A1)"])("a name such as %s is no formula when a spreadsheet opens it", (name) => {
  expect(csvLine([name])).toBe(`'${name}\r\n`);
});

it("a negative number stays a number", () => {
  expect(csvLine([-12.3])).toBe("-12.3\r\n");
});
