import { describe, expect, it } from "vitest";
import { changesOf } from "./changes";

describe("what an audit entry changed", () => {
  it("sets what was beside what is, field by field", () => {
    expect(changesOf({ role: "free", limit: null }, { role: "pro", limit: 5 })).toEqual([
      { name: "role", was: "free", is: "pro" },
      { name: "limit", was: "null", is: "5" },
    ]);
  });

  it("leaves a side empty that the entry does not have", () => {
    expect(changesOf(null, { format: "csv" })).toEqual([{ name: "format", was: null, is: "csv" }]);
    expect(changesOf({ failures: 7 }, null)).toEqual([{ name: "failures", was: "7", is: null }]);
    expect(changesOf(null, null)).toEqual([]);
  });
});
