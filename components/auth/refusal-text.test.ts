import { describe, expect, it } from "vitest";
import { refusalText, signInErrorText } from "./refusal-text";

describe("what next-auth says behind ?error=", () => {
  it("is told apart: too many requests from one place, and too many attempts at one account", () => {
    expect(signInErrorText("RateLimited")).toBe(refusalText("rate_limited"));
    expect(signInErrorText("RateLimited")).not.toBe(refusalText("too_many_attempts"));
    expect(signInErrorText("OAuthCallback")).toContain("did not sign you in");
  });
});
