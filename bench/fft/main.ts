import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { machineDescription } from "@/bench/report/machine-description";
import { markdownTable } from "@/bench/report/markdown-table";
import { SeededRandom } from "@/bench/statistics/seeded-random";
import { levelOut, type Rates, resamplings } from "./resamplers";
import { interleaved, type Timing } from "./rounds";
import { type Transform, transformsOf } from "./transforms";

// Our transform and resampler beside others: npm run bench:fft -- [--quick] [--packages <folder>] [--out <folder>]
// `--packages` names a folder with packages that are no dependencies of ours, to compare them too:
// npm install fft.js @echogarden/pffft-wasm @alexanderolsen/libsamplerate-js

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    packages: { type: "string" },
    out: { type: "string", default: "bench/results" },
  },
});

const SIZES = [1024, 2048, 4096, 16384];
const ROUNDS = values.quick ? 5 : 15;
/** Samples transformed in a round, whatever the size of the frames. */
const ROUND_SAMPLES = values.quick ? 2 ** 19 : 2 ** 23;
const RESAMPLED_SECONDS = values.quick ? 2 : 20;
const RATES: Rates[] = [
  { fromHz: 48_000, toHz: 44_100 },
  { fromHz: 96_000, toHz: 48_000 },
  { fromHz: 44_100, toHz: 11_025 },
];
/** Shares of the lower rate: a frequency that must come through, and one that would alias. */
const HEARD = 0.42;
const ALIASED = 0.52;
/** Packages define windows a little differently, which shows below this share of the strongest bin. */
const AGREEMENT = 1e-2;

const random = new SeededRandom(1);
const noise = (samples: number) => Float32Array.from({ length: samples }, () => 2 * random.next() - 1);

/** Throws if a contender computes something else than ours, apart from a factor. */
function assertAgreement(transforms: readonly Transform[], frame: Float32Array): void {
  const [expected = [], ...others] = transforms.map(({ power }) => unitPeak(power(frame)));
  others.forEach((spectrum, index) => {
    // Some packages leave out the last bin.
    const farthest = spectrum.reduce((most, value, k) => Math.max(most, Math.abs(value - (expected[k] ?? 0))), 0);
    if (farthest > AGREEMENT) throw new Error(`${transforms[index + 1]?.name} differs by ${farthest}`);
  });
}

function unitPeak(power: ArrayLike<number>): number[] {
  const spectrum = Array.from(power, Math.sqrt);
  const peak = spectrum.reduce((most, value) => Math.max(most, value), 0);
  return spectrum.map((value) => value / peak);
}

async function transformTimings(size: number): Promise<Timing[]> {
  const transforms = await transformsOf(size, values.packages);
  const frames = Array.from({ length: 16 }, () => noise(size));
  const [first] = frames;
  if (first) assertAgreement(transforms, first);
  const count = ROUND_SAMPLES / size;
  const contenders = transforms.map(({ name, power }) => ({
    name,
    work: () => {
      for (let i = 0; i < count; i++) power(frames[i % frames.length] as Float32Array);
    },
  }));
  return interleaved(contenders, ROUNDS).map((timing) => ({ ...timing, microseconds: timing.microseconds / count }));
}

async function transformTable(): Promise<string> {
  const bySize: Timing[][] = [];
  for (const size of SIZES) {
    process.stderr.write(`transforms of ${size} points\n`);
    bySize.push(await transformTimings(size));
  }
  const rows = (bySize[0] ?? []).map(({ name }, index) => [name, ...bySize.map((timings) => cell(timings[index]))]);
  return markdownTable(["", ...SIZES.map(String)], rows);
}

/** A time, and its ratio to ours with the lowest and highest of any round. */
function cell(timing: Timing | undefined): string {
  if (!timing) return "";
  const [least, most] = timing.spread;
  const ratio = timing.name === "own" ? "" : `, ${timing.ratio.toFixed(2)}× (${least.toFixed(2)}–${most.toFixed(2)})`;
  return `${duration(timing.microseconds)}${ratio}`;
}

function duration(microseconds: number): string {
  if (microseconds < 1000) return `${microseconds.toPrecision(3)} µs`;
  return `${(microseconds / 1000).toPrecision(3)} ms`;
}

async function resamplingRows(rates: Rates): Promise<string[][]> {
  process.stderr.write(`resampling ${rates.fromHz} → ${rates.toHz} Hz\n`);
  const all = await resamplings(rates, values.packages);
  const signal = noise(RESAMPLED_SECONDS * rates.fromHz);
  const timings = interleaved(
    all.map((each) => ({ name: each.name, work: () => each.run(signal) })),
    ROUNDS,
  );
  const lower = Math.min(rates.fromHz, rates.toHz);
  return all.map((each, index) => {
    const timing = timings[index];
    const perSecond = timing && { ...timing, microseconds: timing.microseconds / RESAMPLED_SECONDS };
    const levels = [HEARD, ALIASED].map((share) => decibels(levelOut(each, rates, share * lower)));
    return [`${rates.fromHz} → ${rates.toHz} Hz`, each.name, cell(perSecond), ...levels];
  });
}

/** Adding 0 turns −0 into 0. */
const decibels = (level: number) => `${(Math.round(level * 10) / 10 + 0).toFixed(1)} dB`;

async function resamplingTables(): Promise<string[][][]> {
  const tables: string[][][] = [];
  for (const rates of RATES) tables.push(await resamplingRows(rates));
  return tables;
}

const measuredOn = new Date().toISOString().slice(0, 10);
const report = `# Transform and resampler

\`npm run bench:fft\`, measured on ${measuredOn}: ${machineDescription()}. Processor time, medians of ${ROUNDS} rounds in which all take turns, followed by the ratio to ours in the same round with the lowest and highest of any round.

## From samples to a power spectrum under a Hann window, a frame

${await transformTable()}

## Resampling, a second of one channel

Beside the time stand the levels at which two sines come out: one at ${HEARD} of the lower rate, to be kept, and one at ${ALIASED} of it, to be removed because it would alias.

${markdownTable(["", "", "time", "kept", "removed"], (await resamplingTables()).flat())}
`;
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, "fft.md"), report);
process.stdout.write(report);
