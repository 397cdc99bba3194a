import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readReceipt, writeReceipt } from "./receipt";

const HOUR_MS = 60 * 60 * 1000;
const of = { what: "items", holderId: "ada", from: "set" };
const content = z.array(z.number());

describe("the receipt of a removal", () => {
  it("is read by whoever removed, for the same thing, for an hour", () => {
    const receipt = writeReceipt(of, [1.5, 2], 0);
    expect(readReceipt(of, content, receipt, HOUR_MS)).toEqual([1.5, 2]);
    expect(readReceipt(of, content, receipt, HOUR_MS + 1)).toBeNull();
    for (const other of [{ holderId: "eve" }, { from: "other set" }, { what: "playlist" }])
      expect(readReceipt({ ...of, ...other }, content, receipt, 0)).toBeNull();
  });

  it("cannot be written by anybody else", () => {
    const [payload = "", tag = ""] = writeReceipt(of, [1], 0).split(".");
    const forged = deflateRawSync(JSON.stringify({ until: 9e15, content: [9] })).toString("base64url");
    for (const text of ["", ".", payload, `${forged}.${tag}`, `${payload}.${tag}.x`, `${payload}.${tag}x`])
      expect(readReceipt(of, content, text, 0)).toBeNull();
  });
});
