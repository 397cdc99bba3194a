import { describe, expect, it } from "vitest";
import { cursorOf, readCursor } from "./cursor";

const position = { createdAt: "2026-01-02T03:04:05.678901Z", id: "019b7a3c-0000-7000-8000-000000000001" };
const SAMPLES = "samples, newest first";
const given = cursorOf(SAMPLES, position) ?? "";

describe("a cursor", () => {
  it("comes back as the position that it was made of", () => {
    expect(readCursor(SAMPLES, given)).toEqual(position);
    expect(cursorOf(SAMPLES, null)).toBeNull();
  });

  it("can stand in an address as it is", () => {
    expect(encodeURIComponent(given)).toBe(given);
  });

  it("means nothing to another list", () => {
    expect(readCursor("unfinished uploads, oldest first", given)).toBeNull();
  });

  it("cannot be made up or changed", () => {
    const [payload = "", tag = ""] = given.split(".");
    const other = Buffer.from(JSON.stringify({ ...position, id: position.id.replace("1", "2") })).toString("base64url");
    for (const forged of ["", ".", "x", payload, `${payload}.`, `${other}.${tag}`, `${given}.${tag}`, `${given}A`]) {
      expect(readCursor(SAMPLES, forged), forged).toBeNull();
    }
  });
});
