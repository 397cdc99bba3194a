import { describe, expect, it } from "vitest";
import { ok, refused } from "@/lib/errors";
import { acceptRefusal, unlessRefused } from "./action-answer";

describe("an answer whose caller handles one refusal itself", () => {
  it("counts that refusal as success and no other", () => {
    const answer = (reason: "not_found" | "demo_account") => ({ data: refused(reason) });
    expect(acceptRefusal(answer("not_found"), "not_found")).toEqual({ data: ok(null) });
    expect(acceptRefusal(answer("demo_account"), "not_found")).toEqual({ data: refused("demo_account") });
  });

  it("is null for that refusal, and the same answer otherwise", () => {
    const failed: Parameters<typeof unlessRefused<string, "not_found", "not_found">>[0] = {
      serverError: { code: "internal" },
    };
    expect(unlessRefused({ data: refused("not_found") }, "not_found")).toBeNull();
    expect(unlessRefused({ data: ok("value") }, "not_found")).toEqual({ data: ok("value") });
    expect(unlessRefused(failed, "not_found")).toEqual(failed);
  });
});
