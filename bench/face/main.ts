// What strangers meet: how quickly pages answer under load, what Lighthouse says of them, and how soon the library
// answers a key. Needs a build; installs its tools below bench/face/tools once.
// npm run bench:face -- [--check] [--only load|pages|library …]
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { machineDescription } from "@/bench/report/machine-description";
import { openInstallation, openLargeLibrary } from "@/bench/visuals/browser";
import { figureText, isMet, missed, type Part } from "@/bench/visuals/report";
import { freePort } from "@/embedded/ports";
import { startPostgres } from "@/embedded/postgres/server";
import { measureKeys } from "./keys";
import { measureScores } from "./lighthouse";
import { measureLoad } from "./load";
import { publishMore, publishOne } from "./public-items";
import { installTools } from "./tools";

const ITEMS = 50;

const { values } = parseArgs({
  options: { only: { type: "string", multiple: true }, check: { type: "boolean", default: false } },
});
const isWanted = (name: string) => !values.only || values.only.includes(name);
const measured: [title: string, part: Part][] = [];

await installTools();
if (isWanted("load") || isWanted("pages")) await measurePages();
if (isWanted("library")) {
  const visit = await openLargeLibrary({ seed: 1 });
  try {
    measured.push(["Keys in a library of 50,000", await measureKeys(visit)]);
  } finally {
    await visit.close();
  }
}

const sections = measured.map(([title, part]) => `## ${title}\n\n${part.text}\n\n${missed(part.figures)}`);
const text = ["# The public face", `\`npm run bench:face\`, ${machineDescription()}.`, ...sections, ""].join("\n\n");
if (!values.only) writeFileSync(resolve("bench/results/face.md"), text);
process.stdout.write(text);
const figures = measured.flatMap(([, part]) => part.figures);
const short = figures.filter((figure) => !isMet(figure));
for (const figure of short) process.stderr.write(`${figureText(figure)}\n`);
process.stdout.write(`${figures.length - short.length} of ${figures.length} figures are met\n`);
process.exitCode = values.check && short.length > 0 ? 1 : 0;

async function measurePages(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "samplemind-face-"));
  // Root's temporary folders are private, and Postgres does not run as root.
  chmodSync(directory, 0o711);
  const postgres = await startPostgres({ directory, port: await freePort(), password: "bench" });
  try {
    const visit = await openInstallation({ DATABASE_URL: postgres.url });
    try {
      const { item, sample } = await publishOne(visit);
      await publishMore(postgres.url, ITEMS);
      if (isWanted("load")) measured.push(["Load", await measureLoad(visit.origin)]);
      if (!isWanted("pages")) return;
      const cookies = await visit.context.cookies();
      const places = [
        { name: "landing page", path: "/", isPublic: true, hasFewScripts: true },
        { name: "gallery", path: "/gallery", isPublic: true, hasFewScripts: true },
        { name: "item", path: item, isPublic: true, hasFewScripts: true },
        { name: "sample", path: sample, isPublic: false },
        { name: "library", path: "/library", isPublic: false },
      ];
      measured.push(["Pages", await measureScores(visit.origin, cookies, places)]);
    } finally {
      await visit.close();
    }
  } finally {
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
