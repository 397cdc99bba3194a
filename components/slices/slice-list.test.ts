import { describe, expect, it } from "vitest";
import { addedAt, inOrder, keyOf, newPart, positionText, withEdge } from "./slice-list";

describe("slices on the page", () => {
  it("have the keys 1 to 9, then the letters, then none", () => {
    expect([0, 8, 9, 34, 35].map(keyOf)).toEqual(["1", "9", "a", "z", null]);
  });

  it("never turn round or leave the recording", () => {
    const part = newPart("kick", 1, 2);
    expect(withEdge(part, "start", 3, 4).startSeconds).toBe(1.99);
    expect(withEdge(part, "end", 0, 4).endSeconds).toBe(1.01);
    expect(withEdge(part, "start", -1, 4).startSeconds).toBe(0);
    expect(withEdge(part, "end", 9, 4).endSeconds).toBe(4);
  });

  it("that were moved are no longer what a sample was made of", () => {
    const stored = { ...newPart("kick", 1, 2), id: "a", madeSampleId: "b" };
    expect(withEdge(stored, "end", 2.5, 4)).toMatchObject({ id: null, madeSampleId: null });
  });

  it("are added where there is room", () => {
    const parts = [newPart("kick", 1, 2)];
    expect(addedAt(parts, 0.8, 4)).toMatchObject({ startSeconds: 0.8, endSeconds: 1 });
    expect(addedAt(parts, 3.9, 4)).toMatchObject({ startSeconds: 3.9, endSeconds: 4 });
    expect(addedAt(parts, 0.995, 4)).toBeNull();
    expect(inOrder([newPart("b", 2, 3), newPart("a", 0, 1)]).map(({ name }) => name)).toEqual(["a", "b"]);
    expect(positionText(61.25)).toBe("1:01.250");
  });
});
