import { describe, expect, it } from "vitest";
import { expressionError, keyOf, matches } from "./expressions";

const event = { data: { id: "a", n: 5, tags: ["x", "y"], deep: { ok: true } }, ts: 1 };

describe("expressions", () => {
  it("compare the event with literals and with another event", () => {
    const other = { data: { id: "a", n: 6 } };
    for (const text of [
      "event.data.id == 'a'",
      "event.data.n >= 5 && event.data.deep.ok",
      "'x' in event.data.tags",
      "event.data.id == async.data.id",
      "event.data.n < async.data.n",
      "has(event.data.id) && !has(event.data.missing)",
      "event.data.missing == 'a' || event.data.n == 5",
    ]) {
      expect([text, matches(text, { event, async: other })]).toEqual([text, true]);
    }
  });

  it("are false if a key is missing, if their value is not a boolean, and if they are malformed", () => {
    for (const text of [
      "event.data.missing == async.data.missing",
      "event.data.missing != 'a'",
      "event.data.id",
      "((",
      "nobody == 1",
    ]) {
      expect([text, matches(text, { event, async: { data: {} } })]).toEqual([text, false]);
    }
    expect(matches(undefined, { event })).toBe(true);
    expect(matches(null, { event })).toBe(true);
  });

  it("cannot run code", () => {
    for (const text of ["event.constructor == 1", "process.exit(1)", "event.data.__proto__ == 1", "(() => 1)()"]) {
      expect(matches(text, { event })).toBe(false);
    }
  });

  it("give the same key only for the same value", () => {
    const keys = [
      "event.data.id",
      "event.data.n",
      "event.data.tags",
      "event.data.missing",
      "event.data.id + '-' + string(event.data.n)",
    ];
    const values = keys.map((text) => keyOf(text, { event }));
    expect(new Set(values).size).toBe(keys.length);
    expect(keyOf("event.data.id", { event: { data: { id: "a" } } })).toBe(values[0]);
    expect(keyOf(undefined, { event })).toBe(values[3]);
  });

  it("are checked before they are used", () => {
    expect(expressionError("event.data.id == 'a'")).toBeNull();
    expect(expressionError("event.data.")).not.toBeNull();
  });
});
