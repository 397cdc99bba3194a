import { describe, expect, it } from "vitest";
import { sharingOf } from "./shareable";

const revisions = new Map([["/gallery", async (asked: URLSearchParams) => `of ${asked}`]]);
const asked = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  sharingOf({ url, method, headers }, revisions);
const revision = async (url: string) => (await asked(url)?.revisionNow?.()) ?? null;

describe("what is the same for all strangers", () => {
  it.each(["/", "/sign-in", "/gallery", "/api/health"])("for a moment is %s", (path) => {
    expect(asked(path)).toEqual({ revisionNow: null });
    expect(asked(path, {}, "HEAD")).toEqual({ revisionNow: null });
  });

  it("as long as its revision is the same is the answer to a question", async () => {
    expect(await revision("/gallery?q=dub%20bass&after=x")).toBe("of q=dub+bass&after=x");
    for (const url of ["/gallery?q=a&q=b", "/gallery?q=a&theme=b", "/library?q=a", `/gallery?q=${"a".repeat(1000)}`])
      expect(asked(url), url.slice(0, 40)).toBeNull();
  });

  it("is nothing of somebody who is known, no part of a page, no action and no other address", () => {
    for (const path of ["/", "/gallery?q=kick"]) {
      expect(asked(path, { cookie: "next-auth.session-token=x" })).toBeNull();
      expect(asked(path, { authorization: "Bearer x" })).toBeNull();
      expect(asked(path, { rsc: "1" })).toBeNull();
      expect(asked(path, {}, "POST")).toBeNull();
    }
    for (const path of ["/dashboard", "/sign-in?next=/library", "/gallery/a", "/gallery/a?q=kick", "/register"])
      expect(asked(path), path).toBeNull();
  });
});
