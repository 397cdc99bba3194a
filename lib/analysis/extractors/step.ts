import type { z } from "zod";
import { roundedTo } from "@/lib/analysis/record/decimals";
import type { ValueName, ValueOf } from "@/lib/analysis/record/measured-values";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Evidence } from "./evidence";
import type { Listener, StreamRates } from "./listener";
import { type Measured, measured } from "./measured";

/** A step finds one value of the record, or evidence that other steps need. */
export type StepName = ValueName | keyof Evidence;

/** What steps have found: values as in the record (null if absent), and evidence. */
export type Findings = Pick<AnalysisRecord, ValueName> & Evidence;

export type Facts = { durationSeconds: number; sampleRateHz: number; channels: number; framesPerSecond: number };

export type Step = {
  name: StepName;
  /** Steps that must be done before this one is computed. */
  needs: readonly StepName[];
  /** Called before the first block of a recording. */
  begin(rates: StreamRates): BegunStep;
};

export type BegunStep = {
  listener: Listener | null;
  /** Called once, after the last block, with at least what the step needs. */
  compute(found: Findings, facts: Facts): Measured<unknown>;
};

/** How something is found. */
type Recipe<Need extends StepName, Heard extends Listener | null, Found> = {
  needs?: readonly Need[];
  /** Makes what listens to the recording while it is read; `compute` gets it as `heard`. */
  listen?: (rates: StreamRates) => Heard;
  compute(inputs: Pick<Findings, Need> & Facts & { heard: Heard }): Found;
};

/**
 * The step that finds a value of the record, or says why there is none. The value is rounded as its schema says, before
 * other steps see it: what they make of it is then true of the record.
 */
export function valueStep<Name extends ValueName, Need extends StepName = never, Heard extends Listener | null = null>(
  value: { name: Name; schema: z.ZodType },
  recipe: Recipe<Need, Heard, Measured<ValueOf<Name>>>,
): Step {
  return step(
    value.name,
    recipe,
    (found) => ({ ...found, value: roundedTo(value.schema, found.value) }) as typeof found,
  );
}

/** The step that finds something the record does not hold, for other steps to use. */
export function evidenceStep<
  Name extends keyof Evidence,
  Need extends StepName = never,
  Heard extends Listener | null = null,
>(name: Name, recipe: Recipe<Need, Heard, Evidence[Name]>): Step {
  return step(name, recipe, measured);
}

function step<Need extends StepName, Heard extends Listener | null, Found>(
  name: StepName,
  { needs = [], listen, compute }: Recipe<Need, Heard, Found>,
  result: (found: Found) => Measured<unknown>,
): Step {
  return {
    name,
    needs,
    begin(rates) {
      // Heard is null for a recipe that does not listen.
      const heard = (listen?.(rates) ?? null) as Heard;
      return {
        listener: heard,
        compute(found, facts) {
          const inputs: Findings & Facts & { heard: Heard } = { ...found, ...facts, heard };
          return result(compute(inputs));
        },
      };
    },
  };
}
