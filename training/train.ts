import { spawnSync } from "node:child_process";
import { missingTools } from "./host/tools";
import { compareWeights, type WeightFile, writeWeights } from "./learn/weight-file";

// Rebuilds the weights of every learned part from generated sound: npm run train [-- --check] [model …]
// With --check nothing is written: each file is compared with the one in the repository.

type Trainer = () => Promise<WeightFile[]>;

/** In this order, since later ones are measured through earlier ones. */
const TRAINERS: Record<string, () => Promise<{ train: Trainer }>> = {
  tempo: () => import("./models/tempo"),
  beats: () => import("./models/beats"),
  key: () => import("./models/key"),
  kind: () => import("./models/kind"),
  instruments: () => import("./models/instruments"),
  genres: () => import("./models/genres"),
  embedding: () => import("./models/embedding"),
};

async function trainHere(name: string, check: boolean): Promise<boolean> {
  const load = TRAINERS[name];
  if (!load) throw new Error(`no model ${name}; there are ${Object.keys(TRAINERS).join(", ")}`);
  const started = Date.now();
  const files = await (await load()).train();
  let identical = true;
  for (const file of files) {
    const comparison = compareWeights(file);
    if (!check) writeWeights(file);
    identical &&= comparison.identical;
    process.stdout.write(`${file.path}: ${comparison.verdict}\n`);
  }
  process.stdout.write(`${name} took ${((Date.now() - started) / 1000).toFixed(0)} s\n`);
  return identical || !check;
}

/** Each in a process of its own, which is bundled with the weights the ones before have written. */
function trainAll(names: string[], check: boolean): boolean {
  let well = true;
  for (const name of names) {
    process.stdout.write(`\n${name}\n`);
    const own = ["scripts/run.mjs", "training/train.ts", "--here", name, ...(check ? ["--check"] : [])];
    well = spawnSync(process.execPath, own, { stdio: "inherit" }).status === 0 && well;
  }
  return well;
}

async function main(): Promise<void> {
  const missing = missingTools();
  if (missing.length > 0) {
    process.stderr.write(`training needs more than this machine has:\n${missing.join("\n")}\n`);
    process.exitCode = 2;
    return;
  }
  const check = process.argv.includes("--check");
  const named = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
  const here = process.argv.includes("--here");
  process.stdout.write(here ? "" : `Node ${process.versions.node}, V8 ${process.versions.v8}\n`);
  const well = here
    ? await trainHere(named[0] ?? "", check)
    : trainAll(named.length > 0 ? named : Object.keys(TRAINERS), check);
  if (!well) process.exitCode = 1;
}

await main();
