import { expect, it } from "vitest";
import { spokenWords } from "./spoken-words";

it("leaves of a query what a person would say", () => {
  expect(spokenWords('"dark rumble" -bright or -"high hat" low')).toBe("dark rumble low");
  expect(spokenWords('-kick ""')).toBe("");
});
