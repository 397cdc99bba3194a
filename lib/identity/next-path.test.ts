import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeNextPath } from "@/lib/identity/next-path";

describe("where to go after signing in", () => {
  it("is the requested page with its query", () => {
    expect(safeNextPath("/library?q=kick#top")).toBe("/library?q=kick#top");
  });

  it.each([
    null,
    undefined,
    "",
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
    "data:text/html,hello",
    "/..//evil.example",
    "/%2e%2e//evil.example",
    "\\\\evil.example",
    "/\n/evil.example",
    " //evil.example",
    "http:evil.example",
    "@evil.example",
    "dashboard",
  ])("is never another site: %s", (next) => {
    expect(safeNextPath(next)).toBe("/dashboard");
  });

  it("stays on this site for any text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const next of [text, `/${text}`]) {
          expect(new URL(safeNextPath(next), "http://here.example").origin).toBe("http://here.example");
        }
      }),
    );
  });
});
