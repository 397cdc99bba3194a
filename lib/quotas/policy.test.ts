import { describe, expect, it } from "vitest";
import { ROLES } from "@/lib/identity/permissions";
import { DEMO_QUOTA, ROLE_QUOTAS } from "./constants";
import { quotaOf } from "./policy";
import { nextStep, refusalSentence } from "./sentences";

const MB = 1024 * 1024;
const holder = { role: "free", isDemo: false, uploadsPerDayOverride: null, storageBytesOverride: null } as const;

describe("a quota", () => {
  it.each([
    ["free", 10, 100 * MB],
    ["pro", 100, 5 * 1024 * MB],
    ["studio", 1000, 50 * 1024 * MB],
    ["enterprise", null, null],
    ["admin", null, null],
  ] as const)("of %s is %s uploads per day and %s bytes", (role, uploadsPerDay, storageBytes) => {
    expect(quotaOf({ ...holder, role }, true)).toEqual({ uploadsPerDay, storageBytes });
  });

  it("can be overridden by an admin, uploads and storage separately, down to zero", () => {
    expect(quotaOf({ ...holder, uploadsPerDayOverride: 0 }, true)).toEqual({
      uploadsPerDay: 0,
      storageBytes: 100 * MB,
    });
    for (const [role, plans] of [
      ["admin", true],
      ["free", false],
    ] as const) {
      const quota = { uploadsPerDay: null, storageBytes: 5 };
      expect(quotaOf({ ...holder, role, storageBytesOverride: 5 }, plans)).toEqual(quota);
    }
  });

  it("is unlimited for every role on a server without plans", () => {
    for (const role of ROLES) {
      expect(quotaOf({ ...holder, role }, false)).toEqual({ uploadsPerDay: null, storageBytes: null });
    }
  });

  it("of the demo account has room for the sounds it starts with", () => {
    for (const plans of [true, false]) expect(quotaOf({ ...holder, isDemo: true }, plans)).toEqual(DEMO_QUOTA);
    expect(DEMO_QUOTA.uploadsPerDay).toBeGreaterThan(13);
  });
});

describe("a refusal", () => {
  it("suggests a next step for every role that has a limit", () => {
    for (const role of ROLES.filter((one) => ROLE_QUOTAS[one].uploadsPerDay !== null)) {
      expect(nextStep({ kind: "uploads_per_day", role })).toMatch(/tomorrow, or ask an admin for the \w+ role/);
      expect(nextStep({ kind: "storage_bytes", role })).toMatch(/^Delete samples/);
    }
    for (const role of ["enterprise", null] as const) {
      expect(nextStep({ kind: "storage_bytes", role })).toContain("ask an admin for more.");
    }
  });

  it("says how much is left, never less than zero", () => {
    const refusal = { role: "free", allowed: 100 * MB, used: 120 * MB, askedBytes: 3 * MB, renewsAt: null } as const;
    expect(refusalSentence({ ...refusal, kind: "storage_bytes" })).toBe(
      "This file is 3.0 MB, and you have 0 B of 100 MB left.",
    );
  });
});
