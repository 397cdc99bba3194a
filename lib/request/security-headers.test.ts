import { describe, expect, it } from "vitest";
import { nonceOf, pagePolicy } from "./security-headers";

const policy = (storageEndpoint: string, isDevelopment = false, configuredOrigin: string | null = null) =>
  pagePolicy({ nonce: "bm9uY2U+/w==", storageEndpoint, configuredOrigin, isDevelopment });
const directive = (text: string, name: string) => text.split("; ").find((part) => part.startsWith(`${name} `));

describe("the policy of a document", () => {
  it("lets the browser reach storage on another origin", () => {
    const text = policy("https://objects.example.com:8333/some/path");
    for (const name of ["connect-src", "img-src", "media-src"]) {
      expect(directive(text, name)).toMatch(/ https:\/\/objects\.example\.com:8333$/);
    }
    expect(directive(text, "script-src")).not.toContain("objects.example.com");
  });

  it("names no other origin if storage is a path on our own", () => {
    expect(policy("/s3")).not.toMatch(/https?:/);
  });

  it("names the configured origin, where storage is then, whatever address the page has", () => {
    const text = policy("/s3", false, "https://music.example.org");
    expect(directive(text, "connect-src")).toBe("connect-src 'self' https://music.example.org");
  });

  it("allows eval only in development and inline scripts never", () => {
    expect(directive(policy("/s3"), "script-src")).not.toContain("'unsafe-eval'");
    expect(directive(policy("/s3", true), "script-src")).toContain("'unsafe-eval'");
    expect(directive(policy("/s3", true), "script-src")).not.toContain("'unsafe-inline'");
  });

  it("lets other sites frame their player, and nothing else", () => {
    const page = { nonce: "bm9uY2U=", storageEndpoint: "/s3", configuredOrigin: null, isDevelopment: false };
    expect(directive(pagePolicy(page), "frame-ancestors")).toBe("frame-ancestors 'none'");
    expect(directive(pagePolicy({ ...page, isForOtherSites: true }), "frame-ancestors")).toBe("frame-ancestors *");
  });

  it("returns its nonce", () => {
    expect(nonceOf(policy("/s3"))).toBe("bm9uY2U+/w==");
    expect(nonceOf(null)).toBeUndefined();
  });
});
