import { describe, expect, it } from "vitest";
import { isShareable } from "./shareable";

const asked = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  isShareable({ url, method, headers });

describe("what is the same for all strangers", () => {
  it.each(["/", "/sign-in", "/gallery", "/api/health"])("is %s", (path) => {
    expect(asked(path)).toBe(true);
    expect(asked(path, {}, "HEAD")).toBe(true);
  });

  it("is nothing of somebody who is known, no part of a page, no action and no other address", () => {
    expect(asked("/", { cookie: "next-auth.session-token=x" })).toBe(false);
    expect(asked("/", { rsc: "1" })).toBe(false);
    expect(asked("/sign-in", {}, "POST")).toBe(false);
    for (const path of ["/dashboard", "/sign-in?next=/library", "/gallery?q=kick", "/gallery/a", "/register"])
      expect(asked(path)).toBe(false);
  });
});
