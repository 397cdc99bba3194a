import { describe, expect, it } from "vitest";
import type { StepName } from "@/lib/analysis/extractors/step";
import { VALUE_NAMES } from "@/lib/analysis/record/measured-values";
import { stepOrder } from "./step-order";
import { STEPS } from "./steps";

const step = (name: StepName, ...needs: StepName[]) => ({ name, needs });
const names = (order: readonly { name: StepName }[]) => order.map(({ name }) => name);

describe("the order of the steps", () => {
  it("puts every step after all it needs, however they are listed", () => {
    const steps = [
      step("moods", "perceptual"),
      step("perceptual", "tempo", "key"),
      step("key"),
      step("tempo", "onsets"),
    ];
    expect(names(stepOrder([...steps, step("onsets")], ["moods"]))).toEqual([
      "onsets",
      "tempo",
      "key",
      "perceptual",
      "moods",
    ]);
  });

  it("leaves out what nobody needs, and contains what two need once", () => {
    const steps = [step("onsets"), step("tempo", "onsets"), step("movement", "onsets"), step("stereo")];
    expect(names(stepOrder(steps, ["tempo", "movement", "onsets"]))).toEqual(["onsets", "tempo", "movement"]);
  });

  it("refuses a need that no step finds", () => {
    expect(() => stepOrder([step("tempo", "onsets")], ["tempo"])).toThrow("No step finds onsets, which tempo needs.");
    expect(() => stepOrder([step("tempo")], ["key"])).toThrow("No step finds key.");
  });

  it("refuses steps that need each other in a circle", () => {
    const circle = [step("kind", "timbre"), step("timbre", "levelShape", "kind"), step("levelShape")];
    expect(() => stepOrder(circle, ["kind"])).toThrow("kind → timbre → kind");
    expect(() => stepOrder([step("key", "key")], ["key"])).toThrow("key → key");
  });

  it("exists for all values of the record, each found by one step", () => {
    expect(new Set(names(STEPS)).size).toBe(STEPS.length);
    const order = names(stepOrder(STEPS, VALUE_NAMES));
    expect(order).toEqual(expect.arrayContaining([...VALUE_NAMES]));
    for (const { name, needs } of STEPS.filter(({ name }) => order.includes(name))) {
      for (const need of needs) expect(order.indexOf(need)).toBeLessThan(order.indexOf(name));
    }
  });
});
