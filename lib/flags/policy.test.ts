import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import { ROLES } from "@/lib/identity/permissions";
import { FLAG_GROUPS, FLAG_NAMES, FLAGS } from "./constants";
import { defaultSettings, hasFlag, isForEverybody, isInRollout, rolloutPlace } from "./policy";
import type { FlagSettings, FlagSubject } from "./schema";

const on: FlagSettings = { enabled: true, roles: [], betaOnly: false, rolloutPercent: 100 };
const free: FlagSubject = {
  userId: "019a0000-0000-7000-8000-000000000001",
  role: "free",
  plans: true,
  isBeta: false,
  override: undefined,
};
const people = Array.from({ length: 2000 }, () => uuidv7());

describe("a flag", () => {
  it("is one of twenty-three, in one of six groups", () => {
    expect(FLAG_NAMES).toHaveLength(23);
    expect(new Set(FLAG_NAMES.map((name) => FLAGS[name].group))).toEqual(new Set(FLAG_GROUPS));
  });

  it("is at first on for everybody if its feature is built, and off if not", () => {
    for (const name of FLAG_NAMES) {
      expect(hasFlag(name, defaultSettings(name), free), name).toBe(FLAGS[name].exists);
    }
  });

  it("is on for strangers only if it is on for everybody", () => {
    expect(isForEverybody(on)).toBe(true);
    for (const change of [
      { enabled: false },
      { roles: ["free" as const] },
      { betaOnly: true },
      { rolloutPercent: 99 },
    ]) {
      expect(isForEverybody({ ...on, ...change })).toBe(false);
    }
  });

  it("that is off is off for every role and for beta users", () => {
    for (const role of ROLES) {
      expect(hasFlag("spectrogram", { ...on, enabled: false }, { ...free, role, isBeta: true })).toBe(false);
    }
  });

  it("given to some roles is off for all others", () => {
    const having = ROLES.filter((role) => hasFlag("api", { ...on, roles: ["pro", "admin"] }, { ...free, role }));
    expect(having).toEqual(["pro", "admin"]);
  });

  it("given to a plan is on for everybody but admins on a server without plans", () => {
    const settings: FlagSettings = { ...on, roles: ["pro"] };
    const having = ROLES.filter((role) => hasFlag("api", settings, { ...free, role, plans: false }));
    expect(having).toEqual(["free", "pro", "studio", "enterprise"]);
  });

  it("for beta users is off for everybody else, and every condition must hold", () => {
    const settings: FlagSettings = { ...on, betaOnly: true, roles: ["pro"] };
    expect(hasFlag("api", settings, { ...free, role: "pro", isBeta: true })).toBe(true);
    expect(hasFlag("api", settings, { ...free, role: "pro" })).toBe(false);
    expect(hasFlag("api", settings, { ...free, isBeta: true })).toBe(false);
  });

  it("follows an override before anything else", () => {
    const never: FlagSettings = { enabled: false, roles: ["admin"], betaOnly: true, rolloutPercent: 0 };
    expect(hasFlag("api", never, { ...free, override: true })).toBe(true);
    expect(hasFlag("api", on, { ...free, override: false })).toBe(false);
  });
});

describe("a rollout", () => {
  it("of 0 reaches nobody, and of 100 everybody", () => {
    expect(people.filter((userId) => isInRollout("api", userId, 0))).toEqual([]);
    expect(people.every((userId) => isInRollout("api", userId, 100))).toBe(true);
  });

  it("never takes the feature away when it grows", () => {
    for (const flag of ["api", "spectrogram"] as const) {
      let before = new Set<string>();
      for (let percent = 0; percent <= 100; percent += 1) {
        const now = new Set(people.slice(0, 200).filter((userId) => isInRollout(flag, userId, percent)));
        expect([...before].every((userId) => now.has(userId))).toBe(true);
        before = now;
      }
    }
  });

  it("reaches roughly the given share of people", () => {
    for (const percent of [10, 25, 50, 90]) {
      const share = people.filter((userId) => isInRollout("api", userId, percent)).length / people.length;
      // Five standard deviations of a share among 2000 people.
      expect(Math.abs(share - percent / 100)).toBeLessThan(5 * Math.sqrt(0.25 / people.length));
    }
  });

  it("gives a person the same place every time, but a different one for each flag", () => {
    expect(rolloutPlace("api", free.userId)).toBeCloseTo(18.4502, 3);
    const both = people.filter((id) => isInRollout("api", id, 50) && isInRollout("spectrogram", id, 50));
    expect(both.length / people.length).toBeGreaterThan(0.15);
    expect(both.length / people.length).toBeLessThan(0.35);
  });
});
