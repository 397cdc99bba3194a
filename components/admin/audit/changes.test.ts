import { describe, expect, it } from "vitest";
import { changesOf } from "./changes";

describe("the changes of an audit entry", () => {
  it("show each field's old and new value", () => {
    expect(changesOf({ role: "free", limit: null }, { role: "pro", limit: 5 })).toEqual([
      { name: "role", was: "free", is: "pro" },
      { name: "limit", was: "null", is: "5" },
    ]);
  });

  it("leave out a value that the entry does not have", () => {
    expect(changesOf(null, { format: "csv" })).toEqual([{ name: "format", was: null, is: "csv" }]);
    expect(changesOf({ failures: 7 }, null)).toEqual([{ name: "failures", was: "7", is: null }]);
    expect(changesOf(null, null)).toEqual([]);
  });
});
