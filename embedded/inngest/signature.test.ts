import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { assertSigningKey, bearerToken, isAuthorized, sameSecret, signRequest, verifyResponse } from "./signature";

const key = "signkey-test-0123456789abcdef0123456789abcdef";
const nowMs = 1_800_000_000_000;

function sign(text: string, secret: string): string {
  return createHmac("sha256", secret).update(`${text}1800000000`).digest("hex");
}

describe("signatures", () => {
  it("cover the canonical body and the second of signing", () => {
    const expected = sign('{"a":[1,"x"],"b":null}', "0123456789abcdef0123456789abcdef");
    expect(signRequest(key, { b: null, a: [1, "x"] }, nowMs)).toBe(`t=1800000000&s=${expected}`);
  });

  it("of answers are valid only for the exact text, this key and five minutes", () => {
    const header = signRequest(key, '{"b":1, "a":2}', nowMs);
    expect(verifyResponse(key, header, '{"b":1, "a":2}', nowMs + 290_000)).toBe(true);
    expect(verifyResponse(key, header, '{"a":2,"b":1}', nowMs)).toBe(false);
    expect(verifyResponse(key, header, '{"b":1, "a":2}', nowMs + 310_000)).toBe(false);
    expect(verifyResponse(`${key}ab`, header, '{"b":1, "a":2}', nowMs)).toBe(false);
    for (const bad of [undefined, "", "t=NaN&s=", "t=1800000000", "s=00", "t=1e9&s=00"]) {
      expect(verifyResponse(key, bad, "", nowMs)).toBe(false);
    }
  });
});

describe("the bearer token", () => {
  it("is the key's prefix and the hash of its bytes, and nothing else is accepted", () => {
    const hash = createHash("sha256").update(Buffer.from("0123456789abcdef0123456789abcdef", "hex")).digest("hex");
    expect(bearerToken(key)).toBe(`signkey-test-${hash}`);
    expect(isAuthorized(key, `Bearer signkey-test-${hash}`)).toBe(true);
    expect(isAuthorized(key, `Bearer ${key}`)).toBe(false);
    expect(isAuthorized(key, undefined)).toBe(false);
  });
});

describe("keys", () => {
  it("are refused if the SDK would hash them differently", () => {
    expect(() => assertSigningKey(key)).not.toThrow();
    for (const bad of ["", "signkey-prod-", "signkey-prod-xyz", "signkey-prod-0123456789abcde", "secret"]) {
      expect(() => assertSigningKey(bad)).toThrow(/INNGEST_SIGNING_KEY/);
    }
  });

  it("differ if their lengths differ", () => {
    expect(sameSecret("a", "ab")).toBe(false);
    expect(sameSecret("ab", "ab")).toBe(true);
  });
});
