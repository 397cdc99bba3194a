import { describe, expect, it } from "vitest";
import { CROWD_PATTERNS } from "./crowd-patterns";
import type { JudgedPlay } from "./evidence";
import { aPlay, inCrowd, times } from "./testing-plays";

const seen = (plays: JudgedPlay[]) =>
  Object.entries(CROWD_PATTERNS)
    .filter(([, pattern]) => pattern(inCrowd(plays)))
    .map(([name]) => name);
const by = (index: number, changes: Partial<JudgedPlay>) =>
  aPlay({ id: `${index}`, deviceKey: `device ${index}`, ...changes });

describe("what a crowd shows", () => {
  it("is nothing where a forum sends fifty people within a minute", () => {
    const forum = times(50, (index) =>
      by(index, { startedAtMs: index * 1100, heardSeconds: 20 + ((index * 61) % 155) }),
    );
    expect(seen(forum)).toEqual([]);
  });

  it("is nothing where many hear the whole of it", () => {
    expect(seen(times(60, (index) => by(index, { startedAtMs: index * 900, heardSeconds: 180 })))).toEqual([]);
  });

  it("burst", () => {
    const bots = times(30, (index) => by(index, { startedAtMs: index * 1500, heardSeconds: 91 + (index % 3) * 0.6 }));
    expect(seen(bots)).toContain("burst");
  });

  it("copied_listeners", () => {
    const copies = times(16, (index) => by(index, { startedAtMs: index * 150_000, heardSeconds: 93.21 }));
    expect(seen(copies)).toEqual(["copied_listeners"]);
  });

  it("many_accounts_one_device", () => {
    const accounts = (count: number) =>
      times(count, (index) =>
        by(index, {
          userId: `user ${index}`,
          deviceKey: "one",
          startedAtMs: index * 200_000,
          heardSeconds: 100 + index * 7,
        }),
      );
    expect(seen(accounts(6))).toEqual(["many_accounts_one_device"]);
    expect(seen(accounts(4))).toEqual([]);
  });
});
