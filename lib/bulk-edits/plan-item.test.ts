import { describe, expect, it } from "vitest";
import { UNCORRECTED } from "@/lib/samples/corrections/apply-corrections";
import { type Next, planItem, planUndo, type SampleState } from "./plan-item";
import type { BulkChanges } from "./schema";

const AT = new Date("2026-05-14T09:00:00.000Z");
const LATER = new Date("2026-05-14T10:00:00.000Z");
const ada = { by: "ada", at: AT };

const state = (more: Partial<SampleState> = {}): SampleState => ({
  corrections: UNCORRECTED,
  bpm: 70,
  tags: { effective: new Set(["loop", "piano"]), measured: new Set(["loop", "piano"]), verdicts: new Map() },
  favouritedAt: null,
  deletedAt: null,
  rights: { licence: null, aiTraining: null },
  ...more,
});

/** The sample after something was written. */
function withNext(before: SampleState, next: Next): SampleState {
  const verdicts = new Map(before.tags.verdicts);
  for (const [tag, verdict] of next.tags ?? []) verdict === null ? verdicts.delete(tag) : verdicts.set(tag, verdict);
  const { corrections = before.corrections, favouritedAt = before.favouritedAt, rights = before.rights } = next;
  const { deletedAt = before.deletedAt } = next;
  return { ...before, corrections, favouritedAt, deletedAt, rights, tags: { ...before.tags, verdicts } };
}

const ALL: BulkChanges = {
  ...{ bpm: { factor: "2" }, kind: "track", key: "none", isFavourite: true, licence: "cc0" },
  tags: { give: ["mine"], remove: ["piano"] },
};

describe("what a bulk edit does to a sample", () => {
  it("leaves what is not named, and says nothing of what is so already", () => {
    const { result, next, before, made } = planItem(state(), { kind: "loop" }, ada);
    expect({ result, next }).toEqual({
      result: "changed",
      next: { corrections: { ...UNCORRECTED, kind: "loop", kindBy: "ada", kindAt: AT } },
    });
    expect(before).toEqual({ kind: { kind: null, kindBy: null, kindAt: null } });
    expect(made).toEqual({ kind: { kind: "loop", kindBy: "ada", kindAt: AT.toISOString() } });
    const again = planItem(withNext(state(), next), { kind: "loop" }, { by: "ada", at: LATER });
    expect(again).toMatchObject({ result: "unchanged", next: {}, before: null });
  });

  it("multiplies the tempo that counts, and changes the rest where there is none", () => {
    expect(planItem(state(), { bpm: { factor: "3/2" } }, ada).next.corrections?.bpm).toBe(105);
    expect(planItem(state({ bpm: null }), { bpm: { factor: "2" } }, ada).result).toBe("no_tempo");
    expect(planItem(state({ bpm: 30 }), { bpm: { factor: "1/2" } }, ada).result).toBe("tempo_out_of_range");
    expect(planItem(state({ bpm: null }), { bpm: { factor: "2" }, isFavourite: true }, ada)).toMatchObject({
      ...{ result: "changed", made: { favouritedAt: AT.toISOString() } },
    });
  });
});

describe("undoing", () => {
  it("gives back all values that are as the edit made them", () => {
    const planned = planItem(state(), ALL, ada);
    const undone = planUndo(withNext(state(), planned.next), planned.before ?? {}, planned.made ?? {});
    expect(undone.result).toBe("restored");
    expect(withNext(withNext(state(), planned.next), undone.next)).toEqual(state());
  });

  it("leaves what somebody changed since, even to the same", () => {
    const planned = planItem(state(), ALL, ada);
    const edited = withNext(state(), planned.next);
    const since = { ...edited.corrections, bpm: 140, bpmBy: "ada", bpmAt: LATER };
    const undone = planUndo({ ...edited, corrections: since }, planned.before ?? {}, planned.made ?? {});
    expect(undone.result).toBe("partly_restored");
    expect(undone.next.corrections).toEqual({ ...UNCORRECTED, bpm: 140, bpmBy: "ada", bpmAt: LATER });
    const deleted = planItem(state(), { delete: true }, ada);
    expect(planUndo(state(), deleted.before ?? {}, deleted.made ?? {})).toEqual({ result: "changed_since", next: {} });
  });

  it("takes only those of two rights back that the edit set", () => {
    const planned = planItem(state(), { licence: "cc0", aiTraining: "allowed" }, ada);
    const since: SampleState = { ...state(), rights: { licence: "cc-by", aiTraining: "allowed" } };
    expect(planUndo(since, planned.before ?? {}, planned.made ?? {})).toEqual({
      ...{ result: "partly_restored", next: { rights: { licence: "cc-by", aiTraining: null } } },
    });
  });
});
