import { describe, expect, it } from "vitest";
import { aPlay, times } from "./patterns/testing-plays";
import { settle } from "./settle";

const allOf = (plays: { id: string }[]) => new Set(plays.map(({ id }) => id));
const outcomes = (plays: Parameters<typeof settle>[1]) =>
  settle(allOf([...plays]), plays).map(({ state, reason }) => reason ?? state);

describe("plays that have ended", () => {
  it("count once in the recording's own length for each listener", () => {
    const starts = [0, 100, 180, 300, 361].map((second) => aPlay({ startedAtMs: second * 1000 }));
    expect(outcomes(starts)).toEqual(["qualified", "counted_already", "qualified", "counted_already", "qualified"]);
  });

  it("are decided in the order of their start, whatever order they come in", () => {
    const [first, second] = [aPlay({ startedAtMs: 0, id: "b" }), aPlay({ startedAtMs: 1000, id: "a" })];
    expect(settle(allOf([first, second]), [second, first])).toEqual(settle(allOf([first, second]), [first, second]));
  });

  it("are set aside if they are the owner's own, even where nothing else speaks against them", () => {
    expect(outcomes([aPlay({ userId: "artist" })])).toEqual(["own"]);
    expect(outcomes([aPlay({ heardSeconds: 89 })])).toEqual(["not_long_enough"]);
    expect(outcomes([aPlay({ mark: "data_centre" })])).toEqual(["data_centre"]);
  });

  it("leave those alone that are open or were decided before", () => {
    const [open, old] = [aPlay({ id: "open" }), aPlay({ id: "old", state: "set_aside", startedAtMs: 5 })];
    expect(settle(new Set(["old"]), [open, old])).toEqual([]);
  });

  it("take those of the same day with them once a habit is seen, and the count goes down again", () => {
    const clock = times(12, (index) =>
      aPlay({
        startedAtMs: index * 97_000,
        heardSeconds: 91 + index / 3,
        publicationId: `${index}`,
        recording: { seconds: 170 + index, kind: "track" },
      }),
    );
    const [last, ...before] = clock.toReversed();
    const known = before.map((play) => ({ ...play, state: "qualified" as const }));
    const decided = settle(new Set([last?.id ?? ""]), [...known, ...(last ? [last] : [])]);
    expect(decided).toHaveLength(12);
    expect(new Set(decided.map(({ reason }) => reason))).toEqual(new Set(["regular_starts"]));
    expect(decided.reduce((sum, { countChange }) => sum + countChange, 0)).toBe(-11);
  });
});
