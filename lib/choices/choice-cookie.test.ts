import { describe, expect, it } from "vitest";
import { choicesOfCookie, cookieOfChoices } from "./choice-cookie";
import { type Choices, DEFAULT_CHOICES } from "./constants";
import { choicesStored, chooseByFormSchema } from "./schema";

const CHOSEN: Choices = {
  language: "de",
  theme: "contrast",
  motion: "none",
  density: "compact",
  notation: "open-key",
  dismissed: "a1-b2",
};

describe("choices in a cookie", () => {
  it("come back as they were chosen, and the usual needs no words", () => {
    expect(choicesOfCookie(cookieOfChoices(CHOSEN))).toEqual(CHOSEN);
    expect(cookieOfChoices(DEFAULT_CHOICES)).toBe("");
    expect(choicesOfCookie("")).toEqual(DEFAULT_CHOICES);
  });

  it.each([
    ["theme=sepia&density=compact", { ...DEFAULT_CHOICES, density: "compact" }],
    ["theme=light&theme=dark&notation=<script>", { ...DEFAULT_CHOICES, theme: "light" }],
    ["dismissed=%22%3E%3Cscript%3E", DEFAULT_CHOICES],
    ["%E0%A4%A", DEFAULT_CHOICES],
    [`theme=light&x=${"y".repeat(5000)}`, DEFAULT_CHOICES],
  ])("fall back to the usual where %s makes no sense", (cookie, expected) => {
    expect(choicesOfCookie(cookie)).toEqual(expected);
  });
});

describe("choices of a person", () => {
  it("are what is known of what is stored; other rooms keep theirs beside them", () => {
    expect(choicesStored({ theme: "sepia", notation: "camelot", colour: "de", density: 3 })).toEqual({
      notation: "camelot",
    });
    for (const nothing of [null, "x", [], 4]) expect(choicesStored(nothing)).toEqual({});
  });

  it("are read from a plain form, too", () => {
    const form = new FormData();
    for (const [name, value] of [
      ["theme", "light"],
      ["$ACTION_ID_1", ""],
    ] as const)
      form.set(name, value);
    expect(chooseByFormSchema.parse(form)).toEqual({ theme: "light" });
    form.set("motion", "wild");
    expect(chooseByFormSchema.safeParse(form).success).toBe(false);
  });
});
