import { describe, expect, it } from "vitest";
import { base32, codeAt, keyUri, matchingTimeStep, newSecret, timeStepAt } from "./totp";

/** The secret of the test vectors in RFC 6238, appendix B. */
const secret = Buffer.from("12345678901234567890");

describe("a code of the second factor", () => {
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("matches RFC 6238 at second %i", (seconds, code) => {
    expect(codeAt(secret, timeStepAt(seconds * 1000))).toBe(code);
  });

  it("is accepted up to half a minute early or late", () => {
    const nowMs = 1_111_111_111_000;
    const now = timeStepAt(nowMs);
    for (const around of [-1, 0, 1])
      expect(matchingTimeStep(secret, codeAt(secret, now + around), nowMs)).toBe(now + around);
    for (const around of [-2, 2]) expect(matchingTimeStep(secret, codeAt(secret, now + around), nowMs)).toBeNull();
  });

  it("comes from a secret that an authenticator can read", () => {
    expect(base32(secret)).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    expect(base32(Buffer.from("foobar"))).toBe("MZXW6YTBOI");
    expect(newSecret()).toHaveLength(20);
    expect(keyUri(secret, "a b&c@example.com")).toBe(
      "otpauth://totp/SampleMind:a%20b%26c%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=SampleMind&algorithm=SHA1&digits=6&period=30",
    );
  });
});
