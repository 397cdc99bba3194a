// Imports small files while the application and the executor are killed three times, renames, edits and removes some of
// them, and scans the folder again: node scripts/run.mjs bench/library/import-kills.ts [--files N] [--port P] [--analyse]
// --analyse: also waits until every file is analysed.
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { machineDescription } from "@/bench/report/machine-description";
import { tone } from "@/tests/factories/sounds";
import { Browser, type Installation, startInstallation } from "./installation";
import { writeSmallFiles } from "./small-files";

const { values } = parseArgs({
  options: {
    files: { type: "string", default: "10000" },
    port: { type: "string" },
    analyse: { type: "boolean", default: false },
  },
});
const FILES = Number(values.files);
const KILL_AT = [0.1, 0.4, 0.7];
const LONGEST_MS = 3 * 3_600_000;
const FOLDER = "kills";

interface Scan {
  status: string;
  reason: string | null;
  filesFound: number;
  filesRead: number;
  filesNew: number;
  filesKnown: number;
  filesChanged: number;
  filesMoved: number;
  filesGone: number;
  analysed: number;
  notAnalysed: number;
}

const startedAt = performance.now();
const said = (text: string) =>
  process.stdout.write(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(7)} s  ${text}\n`);

async function until(what: string, probe: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + LONGEST_MS;
  while (!(await probe())) {
    if (performance.now() > end) throw new Error(`${what} did not come about`);
    await wait(250);
  }
}

/** Both at once, in the middle of their work, and both again. */
async function killBoth({ application, executor }: Installation): Promise<void> {
  await Promise.all([application.kill(), executor.kill()]);
  await application.start();
  await executor.start();
}

async function counts({ sql }: Installation) {
  const [row] = await sql`
    select (select count(*)::int from samples) as samples,
      (select count(distinct sha256)::int from samples) as sounds,
      (select count(*)::int from samples where status = 'completed') as analysed,
      (select count(*)::int from import_files where replaced_at is null and gone_at is null) as files,
      (select count(*)::int from import_files f where replaced_at is null and gone_at is null and sample_id is null) as without`;
  return row;
}

const installation = await startInstallation(values.port ? Number(values.port) : undefined);
try {
  const folder = join(installation.directory, FOLDER);
  writeSmallFiles(folder, FILES, 0.05);
  said(`${machineDescription()}; ${FILES} files are written`);
  const browser = await Browser.of(installation.origin);
  const id = await browser.importFolder(FOLDER);
  const scanOf = async () => (await browser.call<{ scan: Scan }>("GET", `/imports/${id}`)).scan;
  for (const share of KILL_AT) {
    await until("a place to kill at", async () => (await scanOf()).filesRead >= FILES * share);
    const { filesRead, analysed } = await scanOf();
    await killBoth(installation);
    said(`killed at ${filesRead} files read, ${analysed} analysed; both run again`);
  }
  await until("the end of the scan", async () => (await scanOf()).status === "completed");
  said(`read: ${JSON.stringify(await scanOf())}`);
  const first = await counts(installation);
  said(JSON.stringify(first));
  const isOnce = first?.samples === FILES && first.sounds === FILES && first.files === FILES && first.without === 0;
  said(isOnce ? "each file exactly once" : "NOT each file exactly once");

  const fileAt = (index: number) => {
    const name = `hit ${String(index).padStart(5, "0")}.wav`;
    return join(folder, `pack ${Math.floor(index / 100)}`, name);
  };
  const [renames, edits, removals] = [FILES / 100, FILES / 100, FILES / 100];
  for (let index = 0; index < renames; index++) renameSync(fileAt(index * 3), join(folder, `renamed ${index}.wav`));
  writeSmallFiles(join(folder, "new"), 1, 0.07);
  for (let index = 0; index < edits; index++) {
    writeFileSync(fileAt(index * 3 + 1), tone(9000 + index, 0.06));
  }
  for (let index = 0; index < removals; index++) rmSync(fileAt(index * 3 + 2));
  await browser.call("POST", `/imports/${id}/scan`);
  await until("the end of the second scan", async () => {
    return (await scanOf()).status === "completed";
  });
  const second = await scanOf();
  said(`scanned again after ${renames} renames, ${edits} edits, ${removals} removals: ${JSON.stringify(second)}`);
  const isTold = second.filesMoved === renames && second.filesChanged === edits && second.filesNew === edits + 1;
  const [left] = await installation.sql`
    select count(*)::int as gone from import_files where gone_at is not null and replaced_at is null`;
  said(isTold && left?.gone === removals ? "all told apart" : `NOT all told apart: ${left?.gone} gone`);
  if (values.analyse) {
    const waiting = () => installation.sql`select 1 from samples where status in ('uploaded', 'processing') limit 1`;
    await until("the last analysis", async () => (await waiting()).length === 0);
    said(`analysed: ${JSON.stringify(await counts(installation))}`);
  }
  process.exitCode = isOnce && isTold && left?.gone === removals ? 0 : 1;
} finally {
  await installation.stop();
}
