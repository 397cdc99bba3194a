import { describe, expect, it, vi } from "vitest";
import { ok, refused } from "@/lib/errors";
import { errorText } from "./error-text";
import { outcomeOf } from "./form-outcome";
import { ACCOUNT_REFUSALS } from "./refusal-text";

describe("what a form shows of an answer", () => {
  it("is nothing on success, and the caller gets the value", async () => {
    const done = vi.fn();
    expect(await outcomeOf({ data: ok("value") }, {}, done)).toBeNull();
    expect(done).toHaveBeenCalledExactlyOnceWith("value");
  });

  it("is a refusal at the field it belongs to, or above the form", async () => {
    const show = (reason: "wrong_password" | "just_sent", fields = {}) =>
      outcomeOf({ data: refused(reason) }, ACCOUNT_REFUSALS, () => {}, fields);
    expect(await show("wrong_password")).toEqual({ fields: { password: ACCOUNT_REFUSALS.wrong_password } });
    expect(await show("wrong_password", { wrong_password: "current" })).toEqual({
      fields: { current: ACCOUNT_REFUSALS.wrong_password },
    });
    expect(await show("just_sent")).toEqual({ form: ACCOUNT_REFUSALS.just_sent });
  });

  it("is the first message of each field that the server did not accept", async () => {
    const answer = { validationErrors: { fieldErrors: { email: ["Enter an address", "Too long"], name: undefined } } };
    expect(await outcomeOf(answer, {}, () => {})).toEqual({ fields: { email: "Enter an address", name: undefined } });
  });

  it("is an error above the form if the verb did not run", async () => {
    const show = (answer: Parameters<typeof outcomeOf>[0]) => outcomeOf(answer, {}, () => {});
    expect(await show({ serverError: { code: "rate_limited" } })).toEqual({ form: errorText("rate_limited") });
    expect(await show({})).toEqual({ form: errorText() });
    expect(errorText()).not.toBe(errorText("internal"));
  });
});
