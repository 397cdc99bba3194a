// How the library behaves with some 50,000 samples of one person:
// npm run bench:library -- [--check] [--keep FOLDER] [--only NAME …] [--rows N] [--seed S]
// --keep leaves the generated library for the next run. --only measures these sections, and writes no report. --check: the
// exit code is 1 where a figure falls short.
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { libraryOwners } from "@/bench/data/library";
import { startLibraryServer } from "@/bench/data/library-server";
import { applicationVariables } from "@/bench/processes/application-variables";
import { BenchChild } from "@/bench/processes/child-process";
import { machineDescription } from "@/bench/report/machine-description";
import type { ApplicationReply, ApplicationRequest, Measured } from "./protocol";
import { isMet, libraryReport } from "./report";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    keep: { type: "string" },
    port: { type: "string" },
    only: { type: "string", multiple: true },
    check: { type: "boolean", default: false },
  },
});

const OWNER_ROWS = 50_000;
const LONGEST_MS = 3_600_000;

// The sections are parts of the application, which has variables that this process has not.
const sections = values.only ?? null;
const server = await startLibraryServer({ keep: values.keep, port: values.port ? Number(values.port) : undefined });
try {
  const options = { rows: Number(values.rows), seed: Number(values.seed), spread: "alike" as const };
  const library = await server.open(options);
  const [owner] = libraryOwners(options).sort((a, b) => Math.abs(a.size - OWNER_ROWS) - Math.abs(b.size - OWNER_ROWS));
  if (!owner) throw new Error("a library without owners");
  const measured = await measure(library.url, library.applicationUrl, owner);
  const text = libraryReport(machineDescription(), { rows: options.rows, owner: owner.size, measured });
  if (!values.only) writeFileSync(resolve("bench/results/library.md"), text);
  process.stdout.write(text);
  const figures = measured.sections.flatMap(({ report }) => report.figures);
  const missed = figures.filter((figure) => !isMet(figure));
  process.stdout.write(`${figures.length - missed.length} of ${figures.length} figures are met\n`);
  process.exitCode = values.check && missed.length > 0 ? 1 : 0;
} finally {
  await server.stop();
}

async function measure(
  databaseUrl: string,
  applicationUrl: string,
  owner: { id: string; size: number },
): Promise<Measured> {
  const child = new BenchChild<ApplicationRequest, ApplicationReply>(
    "bench/library/application-child.ts",
    LONGEST_MS,
    applicationVariables(applicationUrl),
  );
  try {
    const reply = await child.ask({ type: "measure", plan: { owner, databaseUrl, sections } });
    if (reply.type !== "measured") throw new Error("nothing was measured");
    return reply.measured;
  } finally {
    child.close();
  }
}
