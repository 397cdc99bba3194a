import { describe, expect, it } from "vitest";
import { ENGLISH } from "@/lib/language/text";
import { noticeText } from "./notice-text";

describe("a notice", () => {
  it("names who did it and what it is about, as far as both are still public", () => {
    expect(noticeText({ kind: "commented", who: "Bob", title: "Kick" }, ENGLISH)).toBe("Bob commented on “Kick”.");
    expect(noticeText({ kind: "commented", who: null, title: null }, ENGLISH)).toBe(
      "Somebody commented on a sound that is no longer public.",
    );
    expect(noticeText({ kind: "new_item", who: "Ada", title: "Kick" }, ENGLISH)).toBe("Ada published “Kick”.");
    expect(noticeText({ kind: "restored", who: null, title: null }, ENGLISH)).toContain(
      "a sound of yours is public again",
    );
  });
});
