// How fast and how right search is, by size of the library:
// npm run bench:search -- [--rows N …] [--check] [--keep FOLDER] [--questions N] [--worst N] [--independent]
// [--server DATABASE_URL | --pgvector DATABASE_URL]
// Without --rows: ten thousand, a hundred thousand and a million samples. --keep leaves the libraries for the next run.
// --server: a Postgres that runs already, --pgvector: one with the extension, which then answers instead of the index in
// memory. --worst: the N slowest questions of each leg and owner, as they were typed. --check: the last line gives the
// figures, and the exit code is 1 where one falls short.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type GeneratedOwner, libraryOwners } from "@/bench/data/library";
import { foreignLibraryServer, type LibraryServer, startLibraryServer } from "@/bench/data/library-server";
import type { SoundSpread } from "@/bench/data/sound-space";
import { applicationVariables } from "@/bench/processes/application-variables";
import { BenchChild } from "@/bench/processes/child-process";
import { machineDescription } from "@/bench/report/machine-description";
import { growthPlot } from "./growth-plot";

import type { ApplicationReply, ApplicationRequest, Measured } from "./protocol";
import { growthOf, type SizeReport, searchReport } from "./report";
import { CLIENTS, LEGS } from "./targets";
import { verdictsOf } from "./verdicts";
import { worstText } from "./worst";

const { values } = parseArgs({
  options: {
    rows: { type: "string", multiple: true, default: ["10000", "100000", "1000000"] },
    repeats: { type: "string", default: "1" },
    questions: { type: "string", default: "130" },
    worst: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    keep: { type: "string" },
    port: { type: "string" },
    server: { type: "string" },
    pgvector: { type: "string" },
    independent: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
  },
});

const LONGEST_MS = 3 * 3_600_000;
const isPgvector = values.pgvector !== undefined;
const spread: SoundSpread = values.independent ? "independent" : "alike";
const suffix = `${isPgvector ? "-pgvector" : ""}${values.independent ? "-independent" : ""}`;

/** The largest, a middle one, one of twenty thousand or what is nearest, a typical one, and the one with ten samples. */
function askedOwners(owners: readonly GeneratedOwner[]): GeneratedOwner[] {
  const byDistance = (size: number) =>
    owners.toSorted((a, b) => Math.abs(a.size - size) - Math.abs(b.size - size))[0] as GeneratedOwner;
  const asked = [
    owners[0] as GeneratedOwner,
    byDistance(50_000),
    byDistance(20_000),
    byDistance(1000),
    owners.at(-1) as GeneratedOwner,
  ];
  return [...new Set(asked)].sort((a, b) => b.size - a.size);
}

async function measure(server: LibraryServer, rows: number): Promise<SizeReport> {
  const options = { rows, seed: Number(values.seed), spread };
  process.stderr.write(`${rows} samples: the library\n`);
  const library = await server.open(options);
  const owners = libraryOwners(options);
  const variables = {
    ...applicationVariables(library.applicationUrl),
    SIMILARITY_INDEX: isPgvector ? "off" : "on",
  };
  const child = new BenchChild<ApplicationRequest, ApplicationReply>(
    "bench/search/application-child.ts",
    LONGEST_MS,
    variables,
  );
  try {
    const plan = {
      owners: askedOwners(owners),
      // All else is the same without the index in memory.
      legs: isPgvector ? (["vector"] as const) : LEGS,
      questions: Number(values.questions),
      repeats: Number(values.repeats),
      clients: CLIENTS,
      seed: options.seed,
    };
    const reply = await child.ask({ type: "measure", plan });
    if (reply.type !== "measured") throw new Error("nothing was measured");
    const worst = Number(values.worst);
    if (worst > 0) process.stderr.write(`${worstText(reply.measured.alone, worst)}\n`);
    return reportOf(rows, owners.length, reply.measured);
  } finally {
    child.close();
  }
}

const reportOf = (rows: number, owners: number, measured: Measured): SizeReport => ({
  rows,
  owners,
  measured,
  verdicts: verdictsOf(measured, isPgvector),
});

function write(reports: readonly SizeReport[]): void {
  const title = isPgvector ? "Search with pgvector" : "Search";
  const text = searchReport(title, machineDescription(), reports, {
    isPgvector,
    repeats: Number(values.repeats),
  }).replaceAll("search-growth", `search-growth${suffix}`);
  writeFileSync(resolve(`bench/results/search${suffix}.md`), text);
  const lines = [...growthOf(reports)].map(([name, points]) => ({ name, points }));
  const plot = growthPlot("Largest owner of the library, p95", lines);
  writeFileSync(resolve(`bench/results/search-growth${suffix}.svg`), plot);
  process.stdout.write(text);
}

// The process with the index of sounds runs from its bundle.
execFileSync(process.execPath, ["scripts/analysis-worker.mjs"], { stdio: ["ignore", "ignore", "inherit"] });
const foreign = values.pgvector ?? values.server;
const server = foreign
  ? foreignLibraryServer(foreign)
  : await startLibraryServer({ keep: values.keep, port: values.port ? Number(values.port) : undefined });
try {
  const reports: SizeReport[] = [];
  for (const rows of values.rows) reports.push(await measure(server, Number(rows)));
  write(reports);
  const verdicts = reports.flatMap(({ rows, verdicts: some }) => some.map((one) => ({ ...one, rows })));
  const missed = verdicts.filter(({ isMet }) => !isMet);
  const misses = missed.map(
    ({ what, rows, measured, target }) => `${what} of ${rows}: ${measured.toFixed(1)} > ${target}`,
  );
  process.stdout.write(
    `${verdicts.length - missed.length} of ${verdicts.length} figures are met${missed.length > 0 ? `; missed: ${misses.join("; ")}` : ""}\n`,
  );
  process.exitCode = values.check && missed.length > 0 ? 1 : 0;
} finally {
  await server.stop();
}
