// What pictures cost: frame times of each scene and of the galaxy, bytes of the pages, what 50 mounts leave behind, and
// how a galaxy is laid out. Needs a build.
// npm run bench:visuals -- [--check] [--only scenes|mounts|bytes|galaxy|layouts …] [--keep FOLDER] [--seed S]
// --only measures these parts, and writes no report. --keep leaves the generated library for the next run.
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { machineDescription } from "@/bench/report/machine-description";
import { openInstallation, openLargeLibrary, type Visit } from "./browser";
import { measureBytes } from "./bytes";
import { measureGalaxyFrames, measureGalaxyLayouts } from "./galaxy";
import { measureMounts } from "./mounts";
import { figureText, isMet, type Part, visualsReport } from "./report";
import { measureScenes } from "./scenes";
import { uploadTrack } from "./sounds";

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    check: { type: "boolean", default: false },
    keep: { type: "string" },
    seed: { type: "string", default: "1" },
  },
});

const PARTS = [
  ["scenes", "Scenes", measureScenes],
  ["mounts", "Mounts", measureMounts],
  ["bytes", "JavaScript of the pages", measureBytes],
] as const;
const seed = Number(values.seed);
const isWanted = (name: string) => !values.only || values.only.includes(name);
const measured: [title: string, part: Part][] = [];
const note = (title: string) => process.stderr.write(`${title}\n`);

if (PARTS.some(([name]) => isWanted(name)))
  await during(openInstallation(), async (visit) => {
    const sampleId = await uploadTrack(visit);
    for (const [name, title, measure] of PARTS) {
      if (!isWanted(name)) continue;
      note(title);
      measured.push([title, await measure(visit, sampleId)]);
    }
  });
if (isWanted("galaxy"))
  await during(openLargeLibrary({ keep: values.keep, seed }), async (visit) => {
    note("Galaxy");
    measured.push(["Galaxy", await measureGalaxyFrames(visit)]);
  });
if (isWanted("layouts")) {
  note("Layouts");
  measured.push(["Layouts of the galaxy", measureGalaxyLayouts(seed)]);
}

const text = visualsReport(machineDescription(), measured);
if (!values.only) writeFileSync(resolve("bench/results/visuals.md"), text);
process.stdout.write(text);
const figures = measured.flatMap(([, part]) => part.figures);
const missed = figures.filter((figure) => !isMet(figure));
for (const figure of missed) process.stderr.write(`${figureText(figure)}\n`);
process.stdout.write(`${figures.length - missed.length} of ${figures.length} figures are met\n`);
process.exitCode = values.check && missed.length > 0 ? 1 : 0;

async function during(opening: Promise<Visit>, work: (visit: Visit) => Promise<void>): Promise<void> {
  const visit = await opening;
  try {
    await work(visit);
  } finally {
    await visit.close();
  }
}
