import { describe, expect, it } from "vitest";
import { errorText } from "@/components/forms/error-text";
import { ACCOUNT_REFUSALS } from "@/components/forms/refusal-text";
import { signInErrorText } from "./sign-in-error";

describe("a sign-in error that comes in the address", () => {
  it("tells too many requests from one place apart from too many attempts at one account", () => {
    expect(signInErrorText("RateLimited")).toBe(errorText("rate_limited"));
    expect(signInErrorText("RateLimited")).not.toBe(ACCOUNT_REFUSALS.too_many_attempts);
  });

  it("says what to do when another service does not sign the person in", () => {
    expect(signInErrorText("OAuthCallback")).toContain("did not sign you in");
    expect(signInErrorText("NotLinked")).toContain("link it in your settings");
  });
});
