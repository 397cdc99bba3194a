import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { finished, startSamplemind } from "@/tests/fixtures/samplemind-command";
import { Browser, startInstallation } from "./installation";
import { writeSmallFiles } from "./small-files";

const FILES = Number(process.env.IMPORT_FILES ?? 1000);
const SECONDS = 0.5;
const FOLDER = "a folder";
/** How long answers are timed before the import. */
const QUIET_MS = 15_000;
const ASK_EVERY_MS = 100;
/** What an open page asks for. */
const PAGES = ["/samples?limit=50", "/search?q=hit", "/imports"];

interface State {
  scan: { status: string; filesNew: number; analysed: number; notAnalysed: number; filesPerSecond: number | null };
}

/** Asks as an open page does, again and again, until told to stop. Returns how long each answer took. */
async function timeAnswers(browser: Browser, isOver: () => boolean): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; !isOver(); turn++) {
    const startedAt = performance.now();
    await browser.call("GET", PAGES[turn % PAGES.length] ?? "");
    times.push(performance.now() - startedAt);
    await wait(ASK_EVERY_MS);
  }
  return times;
}

const p95 = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

async function commandSeconds(folder: string): Promise<number> {
  const startedAt = performance.now();
  const { code } = await finished(startSamplemind(["analyze", "--json", folder]));
  if (code !== 0) throw new Error(`the command line ended with ${code}`);
  return (performance.now() - startedAt) / 1000;
}

/** The same files on the command line and as an import, and how fast pages answer without and with one. */
async function measure() {
  const installation = await startInstallation();
  try {
    const folder = join(installation.directory, FOLDER);
    writeSmallFiles(folder, FILES, SECONDS);
    const command = await commandSeconds(folder);
    const browser = await Browser.of(installation.origin);
    // Nobody asks as often as this.
    const unlimited = setInterval(async () => void (await installation.sql`delete from rate_limits`), 2_000).unref();
    // Something to list, and everything compiled.
    await importAll(browser, installation.directory, "first", 60);
    const quietUntil = performance.now() + QUIET_MS;
    const quiet = await timeAnswers(browser, () => performance.now() > quietUntil);
    let isOver = false;
    const busy = timeAnswers(browser, () => isOver);
    const imported = await importFolder(browser, FOLDER);
    isOver = true;
    clearInterval(unlimited);
    return { command, imported, quietMs: p95(quiet), busyMs: p95(await busy) };
  } finally {
    await installation.stop();
  }
}

async function importAll(browser: Browser, directory: string, name: string, files: number) {
  writeSmallFiles(join(directory, name), files, 0.06);
  return importFolder(browser, name);
}

/** From the request to the last analysis. */
async function importFolder(browser: Browser, name: string) {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  const id = await browser.importFolder(name);
  let copied: number | null = null;
  for (;;) {
    const { scan } = await browser.call<State>("GET", `/imports/${id}`);
    if (scan.status === "completed") {
      copied ??= seconds();
      if (scan.analysed + scan.notAnalysed >= scan.filesNew) {
        return { seconds: seconds(), copied, readPerSecond: scan.filesPerSecond ?? 0 };
      }
    }
    await wait(250);
  }
}

/** A section of the benchmark of the library. It has an installation of its own, whatever library it is given. */
export const importSection = {
  name: "import",
  title: "Folders on the server",
  async measure() {
    const { command, imported, quietMs, busyMs } = await measure();
    const rate = (seconds: number) => `${(FILES / seconds).toFixed(1)} files a second`;
    const text = `${FILES} different files of half a second, in one run. Pages: ${PAGES.map((page) => `\`${page}\``).join(", ")}, one every ${ASK_EVERY_MS} ms.

| what | time | rate |
|---|---|---|
| \`samplemind analyze\` | ${command.toFixed(1)} s | ${rate(command)} |
| import, until the last file is copied | ${imported.copied.toFixed(1)} s | ${rate(imported.copied)} |
| import, until the last file is analysed | ${imported.seconds.toFixed(1)} s | ${rate(imported.seconds)} |

While files were read and copied: ${imported.readPerSecond.toFixed(0)} a second. Answers, p95: ${quietMs.toFixed(0)} ms without an import, ${busyMs.toFixed(0)} ms with one.
`;
    const figures = [
      { what: "import, copied", measured: imported.copied, target: command, unit: "s" as const },
      { what: "import, analysed", measured: imported.seconds, target: command, unit: "s" as const },
      { what: "answer during an import, p95", measured: busyMs, target: 2 * quietMs, unit: "ms" as const },
    ];
    return { text, figures };
  },
};
