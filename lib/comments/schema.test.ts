import { describe, expect, it } from "vitest";
import { writeCommentSchema } from "./schema";

const publicationId = "0198c0de-0000-7000-8000-000000000001";
const read = (text: string, at = "") => writeCommentSchema.safeParse({ publicationId, text, at });
const why = (text: string, at = "") => read(text, at).error?.issues[0]?.message;

describe("a comment", () => {
  it("is cleaned of what nobody sees, and stays text", () => {
    expect(read(" a\u202eb\u200b\r\n\n\n\nc ").data).toMatchObject({ text: "ab\n\nc", at: null });
    expect(read("<b>bold</b>", "0:01").data).toMatchObject({ text: "<b>bold</b>", at: 1 });
  });

  it("is refused with a reason", () => {
    expect(why("\u200b \u202e")).toBe("Write something first");
    expect(why("x".repeat(10_000))).toMatch(/at most 1000/);
    expect(why("x", "soon")).toMatch(/such as 0:42/);
  });
});
