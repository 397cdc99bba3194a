// How long a galaxy takes to lay out, how well it keeps neighbours, how far points move when more are added, and how long
// an answer takes: npm run bench:galaxy -- [--check] [--sizes 1000,10000,50000] [--rows N] [--seed S] [--keep FOLDER]
// [--only layouts|answers]. --only writes no report.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { libraryOwners } from "@/bench/data/library";
import { startLibraryServer } from "@/bench/data/library-server";
import { applicationVariables } from "@/bench/processes/application-variables";
import { BenchChild } from "@/bench/processes/child-process";
import { measureLayouts } from "./layouts";
import type { AnswerFigures, ApplicationReply, ApplicationRequest } from "./protocol";
import { galaxyReport, shortfalls } from "./report";

const { values } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    sizes: { type: "string", default: "1000,10000,50000" },
    // The largest owner has 60 % of them.
    rows: { type: "string", default: "84000" },
    seed: { type: "string", default: "1" },
    keep: { type: "string" },
    only: { type: "string" },
  },
});
const LONGEST_MS = 3_600_000;
const seed = Number(values.seed);

async function measureAnswers(): Promise<AnswerFigures> {
  execFileSync(process.execPath, [resolve("scripts/analysis-worker.mjs")]);
  const server = await startLibraryServer({ keep: values.keep });
  try {
    const options = { rows: Number(values.rows), seed, spread: "alike" as const };
    const library = await server.open(options);
    const [owner] = libraryOwners(options);
    if (!owner) throw new Error("a library without owners");
    const child = new BenchChild<ApplicationRequest, ApplicationReply>(
      "bench/galaxy/application-child.ts",
      LONGEST_MS,
      applicationVariables(library.applicationUrl),
    );
    try {
      const reply = await child.ask({ owner });
      if (reply.type !== "measured") throw new Error("nothing was measured");
      return reply.figures;
    } finally {
      child.close();
    }
  } finally {
    await server.stop();
  }
}

const sizes = values.only === "answers" ? [] : values.sizes.split(",").map(Number);
const layouts = sizes.map((size) => {
  process.stderr.write(`${size} points\n`);
  return measureLayouts(size, seed);
});
const answers = values.only === "layouts" ? null : await measureAnswers();
const text = galaxyReport(layouts, answers);
if (!values.only) writeFileSync(resolve("bench/results/galaxy.md"), text);
process.stdout.write(text);
const missed = shortfalls(layouts, answers);
for (const line of missed) process.stderr.write(`${line}\n`);
if (values.check && missed.length > 0) process.exitCode = 1;
