import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { missingTools } from "./host/tools";
import { beats } from "./models/beats";
import { embedding } from "./models/embedding";
import { genres } from "./models/genres";
import { instruments } from "./models/instruments";
import { key } from "./models/key";
import { kind } from "./models/kind";
import { pulse } from "./models/pulse";
import { tempo } from "./models/tempo";

// Rebuilds the weights of every learned part from generated sound: npm run train [-- --check] [model …]
// With --check nothing is written: each file is compared with the one in the repository.

/** In this order: later ones are measured through earlier ones. */
const MODELS = [pulse, tempo, beats, key, kind, instruments, genres, embedding];

const print = (text: string) => void process.stdout.write(text);

/** Each in a process of its own, bundled with the weights that those before it have written. */
function trainAll(names: readonly string[], check: boolean): boolean {
  let well = true;
  for (const name of names) {
    print(`\n${name}\n`);
    const own = ["scripts/run.mjs", "training/train.ts", "--here", name, ...(check ? ["--check"] : [])];
    well = spawnSync(process.execPath, own, { stdio: "inherit" }).status === 0 && well;
  }
  return well;
}

function namesOf(wanted: readonly string[]): string[] {
  const known = MODELS.map(({ name }) => name);
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`No model is called ${unknown.join(" or ")}. Models: ${known.join(", ")}.`);
  return wanted.length > 0 ? known.filter((name) => wanted.includes(name)) : known;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: "boolean", default: false }, here: { type: "string" } },
  });
  const { check, here } = values;
  const names = namesOf(here === undefined ? positionals : [here]);
  const missing = missingTools();
  if (missing.length > 0) {
    process.stderr.write(`Training needs what this machine does not have:\n${missing.join("\n")}\n`);
    process.exitCode = 2;
    return;
  }
  const model = MODELS.find(({ name }) => name === here);
  if (!model) print(`Node ${process.versions.node}, V8 ${process.versions.v8}\n`);
  const well = model ? await model.run({ check, print }) : trainAll(names, check);
  if (!well) process.exitCode = 1;
}

await main();
