import { mkdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { machineDescription } from "@/bench/report/machine-description";
import { readCorpus } from "./corpus";
import { bytesOfCase, type CaseReport } from "./fuzz-case";
import { type FuzzSummary, fuzz } from "./fuzz-run";

// Damaged files through the real pool: npm run bench:fuzz -- [--cases 2000] [--seed 1] [--replay N]

const RESULTS = "bench/results/fuzz.md";
/** Where the bytes of failed cases are kept. */
const KEPT = ".cache/fuzz";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    jobs: { type: "string" },
    replay: { type: "string" },
  },
});

const seed = whole(values.seed, "--seed");
const corpus = readCorpus(process.cwd());
const numbers =
  values.replay === undefined
    ? Array.from({ length: whole(values.cases, "--cases") }, (_, index) => index)
    : [whole(values.replay, "--replay")];

function whole(text: string, name: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`${name} takes a whole number`);
  return Number(text);
}

function keep(report: CaseReport): string {
  const path = join(KEPT, `seed-${seed}-case-${report.number}`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytesOfCase(corpus, seed, report.number).bytes);
  return path;
}

let done = 0;
function onCase(report: CaseReport): void {
  done++;
  if (report.faults.length > 0) {
    process.stdout.write(`case ${report.number} (${report.recipe.join(", ")}): ${report.faults.join("; ")}\n`);
    process.stdout.write(`  kept in ${keep(report)}; again with --seed ${seed} --replay ${report.number}\n`);
  } else if (done % 100 === 0) process.stdout.write(`${done} of ${numbers.length}\n`);
}

function table(summary: FuzzSummary, minutes: number): string {
  const { cases, faults, peakWorkerBytes } = summary;
  const outcomes = [...new Set(cases.map((report) => report.outcome))].map((outcome) => {
    const seconds = cases.filter((report) => report.outcome === outcome).map((report) => report.seconds);
    return { outcome, count: seconds.length, slowest: Math.max(...seconds) };
  });
  const rows = outcomes
    .sort((a, b) => b.count - a.count)
    .map(({ outcome, count, slowest }) => `| ${outcome} | ${count} | ${slowest.toFixed(1)} s |`);
  const faulty = cases.filter((report) => report.faults.length > 0);
  const findings = [...faulty.map(({ number, faults: why }) => `case ${number}: ${why.join("; ")}`), ...faults];
  return `# Fuzzing

\`npm run bench:fuzz -- --seed ${seed} --cases ${cases.length}\`, ${machineDescription()}.

Each case damages a fixture in one to four ways (flipped bits, cuts, splices, repeated blocks, numbers no header should hold, checksums made right again or not) and sends it through the pool and a worker as the application would. It must end in an analysis that fits the record's schema or in a typed error, within 10 s (in proportion longer if the machine has more to do than cores) and 1.5 GB, and leave no process, file or handle behind.

| ended as | cases | slowest |
|---|---|---|
${rows.join("\n")}

${cases.length} cases in ${minutes.toFixed(1)} minutes, load ${loadavg()[0]?.toFixed(0)} at the end; the most memory a worker took: ${Math.round(peakWorkerBytes / 1024 ** 2)} MB. ${
    findings.length === 0 ? "Findings: none." : `Findings:\n\n${findings.map((line) => `- ${line}`).join("\n")}`
  }
`;
}

const startedAt = performance.now();
const jobs = values.jobs === undefined ? {} : { jobs: whole(values.jobs, "--jobs") };
const summary = await fuzz({ corpus, seed, numbers, onCase, ...jobs });
const report = table(summary, (performance.now() - startedAt) / 60_000);
process.stdout.write(`\n${report}`);
if (values.replay === undefined) writeFileSync(RESULTS, report);
process.exitCode = summary.faults.length + summary.cases.filter(({ faults }) => faults.length > 0).length > 0 ? 1 : 0;
