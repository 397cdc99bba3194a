import { describe, expect, it } from "vitest";
import { configuredOrigin, isSameOrigin, requestOrigin } from "@/lib/request/request-origin";

describe("the origin a visitor used", () => {
  it("is the host of the request", () => {
    expect(requestOrigin(new Headers({ host: "192.168.1.7:3000" }))).toBe("http://192.168.1.7:3000");
  });

  it("is the one that a proxy reports", () => {
    const headers = {
      host: "app:3000",
      "x-forwarded-host": "music.example.org, inner",
      "x-forwarded-proto": "https,http",
    };
    expect(requestOrigin(new Headers(headers))).toBe("https://music.example.org");
  });
});

describe("the configured origin", () => {
  const CONFIGURED = "https://music.example.org";

  it("is what NEXTAUTH_URL names, without a path", () => {
    expect(configuredOrigin("https://music.example.org/studio/")).toBe(CONFIGURED);
    expect(configuredOrigin(undefined)).toBeNull();
  });

  it("wins over whatever a request or a proxy says", () => {
    const headers = new Headers({ host: "127.0.0.1:3000", "x-forwarded-host": "evil.example" });
    expect(requestOrigin(headers, CONFIGURED)).toBe(CONFIGURED);
  });

  it("is where our own pages are, even if the proxy passes another host on", () => {
    const from = (origin: string) =>
      isSameOrigin(new Headers({ host: "upstream:3000", "x-forwarded-host": "upstream", origin }), CONFIGURED);
    expect(from(CONFIGURED)).toBe(true);
    expect(from("http://music.example.org")).toBe(false);
    expect(from("https://evil.example")).toBe(false);
  });
});

describe("a write", () => {
  const from = (headers: Record<string, string>) => isSameOrigin(new Headers({ host: "127.0.0.1:3000", ...headers }));

  it("is accepted from our own pages and from programs", () => {
    expect(from({ origin: "http://127.0.0.1:3000" })).toBe(true);
    expect(from({ "sec-fetch-site": "same-origin" })).toBe(true);
    expect(from({})).toBe(true);
    expect(from({ origin: "https://music.example.org", "x-forwarded-host": "music.example.org" })).toBe(true);
  });

  it("is refused from anywhere else, including another port and an opaque origin", () => {
    expect(from({ origin: "http://127.0.0.1:3001" })).toBe(false);
    expect(from({ origin: "null" })).toBe(false);
    expect(from({ "sec-fetch-site": "same-site" })).toBe(false);
    expect(from({ "sec-fetch-site": "cross-site", origin: "http://127.0.0.1:3000" })).toBe(false);
  });
});
