import { compareWeights, type WeightFile, writeWeights } from "./weight-file";

/** What is special about one model; everything else that training does is the same for all. */
export type ModelDefinition<Examples, Weights, Findings> = {
  name: string;
  /** What is learned from and tried on: composed, rendered and measured, or kept from an earlier run. */
  examples: () => Promise<Examples>;
  /** The weights, and what was found out on the way that the report needs. The same examples give the same weights. */
  train: (examples: Examples) => { weights: Weights; findings: Findings };
  /** Lines that say how good the weights are. */
  report: (learned: { weights: Weights; findings: Findings }, examples: Examples) => string | Promise<string>;
  weightFiles: (weights: Weights) => WeightFile[];
};

/** A model that can be trained without knowing what it learns from. */
export type Model<Weights> = {
  name: string;
  weightFiles(weights: Weights): WeightFile[];
  /**
   * Trains, reports, and writes the weight files; with `check` it compares them with those in the repository instead.
   * Returns false if a compared file differs.
   */
  run(options: RunOptions): Promise<boolean>;
};

export type RunOptions = { check: boolean; print: (text: string) => void };

export function defineModel<Examples, Weights, Findings>(
  definition: ModelDefinition<Examples, Weights, Findings>,
): Model<Weights> {
  const { name, examples, train, report, weightFiles } = definition;
  return {
    name,
    weightFiles,
    run: async ({ check, print }) => {
      const started = Date.now();
      const learnedFrom = await examples();
      const learned = train(learnedFrom);
      print(await report(learned, learnedFrom));
      const identical = weightFiles(learned.weights).map((file) => {
        const comparison = compareWeights(file);
        if (!check) writeWeights(file);
        print(`${file.path}: ${comparison.verdict}\n`);
        return comparison.identical;
      });
      print(`${name} took ${((Date.now() - started) / 1000).toFixed(0)} s\n`);
      return !check || identical.every(Boolean);
    },
  };
}
