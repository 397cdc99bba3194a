import { describe, expect, it } from "vitest";
import { RATE_CLASSES, RATE_LIMITS } from "./constants";
import { counterKey, quotaFor } from "./policy";
import { rateLimitHeaders, retryAfterSeconds } from "./verdict";

describe("how many requests", () => {
  it("are allowed: sixty a minute and a thousand an hour unless a class differs", () => {
    const user = { kind: "user", id: "u" } as const;
    for (const rateClass of ["default", "search", "sign-in"] as const) {
      expect(quotaFor(rateClass, user)).toEqual({ perMinute: 60, perHour: 1000 });
    }
    for (const rateClass of RATE_CLASSES) {
      expect(RATE_LIMITS[rateClass].perHour).toBeGreaterThanOrEqual(RATE_LIMITS[rateClass].perMinute);
    }
  });

  it("are allowed: enough to begin and complete ten thousand uploads an hour", () => {
    expect(RATE_LIMITS.upload.perHour).toBeGreaterThanOrEqual(2 * 10_000);
  });

  it("are allowed: a key's own limit, if it has one, in every class", () => {
    const key = { kind: "key", id: "k", requestsPerMinute: 6 } as const;
    for (const rateClass of RATE_CLASSES) expect(quotaFor(rateClass, key)).toEqual({ perMinute: 6, perHour: 100 });
    expect(quotaFor("default", { ...key, requestsPerMinute: null })).toEqual({ perMinute: 60, perHour: 1000 });
  });
});

describe("who is counted", () => {
  const byAddress = (address: string | null) => counterKey("default", { kind: "address", address });

  it("is an address in any notation, or a whole IPv6 network", () => {
    expect(byAddress("::ffff:203.0.113.7")).toBe("default:address:203.0.113.7");
    expect(byAddress("2001:db8:1:2:3:4:5:6")).toBe("default:address:2001:db8:1:2::");
    expect(byAddress("2001:db8:1:2::1")).toBe(byAddress("2001:db8:1:2:ffff::"));
    expect(byAddress(null)).toBe(byAddress("not an address"));
  });

  it("is separate for each class, person and key", () => {
    const keys = [
      counterKey("default", { kind: "user", id: "1" }),
      counterKey("upload", { kind: "user", id: "1" }),
      counterKey("default", { kind: "key", id: "1", requestsPerMinute: null }),
    ];
    expect(new Set(keys).size).toBe(3);
  });
});

describe("a refused client", () => {
  const verdict = (shortLeft: number, longLeft: number) => ({
    rateClass: "default" as const,
    quota: RATE_LIMITS.default,
    admitted: false,
    short: { remaining: shortLeft, resetSeconds: 20 },
    long: { remaining: longLeft, resetSeconds: 1800 },
  });

  it("waits for the used-up window, or the later one if both are", () => {
    expect(retryAfterSeconds(verdict(0, 5))).toBe(20);
    expect(retryAfterSeconds(verdict(5, 0))).toBe(1800);
    expect(retryAfterSeconds(verdict(0, 0))).toBe(1800);
  });

  it("sees both windows in the headers; an admitted client is not told to wait", () => {
    expect(rateLimitHeaders(verdict(0, 5))).toEqual({
      "RateLimit-Policy": '"default";q=60;w=60, "default-hour";q=1000;w=3600',
      RateLimit: '"default";r=0;t=20, "default-hour";r=5;t=1800',
      "Retry-After": "20",
    });
    expect(rateLimitHeaders({ ...verdict(1, 5), admitted: true })).not.toHaveProperty("Retry-After");
  });
});
