import { describe, expect, it } from "vitest";
import { handleSchema, saveArtistSchema } from "./schema";

const why = (handle: string) => handleSchema.safeParse(handle).error?.issues[0]?.message;
const artist = (more: object) => saveArtistSchema.safeParse({ handle: "ada", name: "Ada", ...more });

describe("a handle", () => {
  it.each(["ada", "a1b", "deep-cuts-2", "x".repeat(30)])("can be %s", (handle) => {
    expect(handleSchema.parse(` ${handle} `)).toBe(handle);
  });

  it.each(["Ada", "a--b", "-ada", "ada-", "a_b", "ädа", "a b", "аdа", "a.b"])("can not be %j", (handle) => {
    expect(why(handle)).toMatch(/small letters/);
  });

  it("is neither too short, nor too long, nor one of ours", () => {
    expect(why("ab")).toMatch(/at least 3/);
    expect(why("x".repeat(31))).toMatch(/at most 30/);
    expect(why("admin")).toMatch(/reserved/);
  });
});

describe("what an artist says", () => {
  it("has links by https only", () => {
    const link = (url: string) => artist({ links: [{ label: "site", url }] }).success;
    expect(link("https://example.com/me")).toBe(true);
    for (const url of ["http://example.com", "javascript:alert(1)", "https://a:b@example.com", "//x.y", "https://x"])
      expect(link(url), url).toBe(false);
    const many = Array.from({ length: 6 }, () => ({ label: "x", url: "https://example.com" }));
    expect(artist({ links: many }).error?.issues[0]?.message).toMatch(/at most 5/);
  });

  it("is limited, and without what nobody sees", () => {
    expect(artist({ name: "\u202eada\u200b" }).data?.name).toBe("ada");
    expect(artist({ name: "x".repeat(10_000) }).error?.issues[0]?.message).toMatch(/at most 60/);
    expect(artist({ bio: "x".repeat(2001) }).success).toBe(false);
  });
});
