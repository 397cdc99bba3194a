// How far the visualizer's beats are from the analysed beats and from the sound:
// BENCH_DATA=<labelled folder> npm run bench:beats -- [--check] [--seconds N] [--only NAME] [--flat] [--out FOLDER]
// Needs Chromium, and a machine that has nothing else to do. --only plays the sounds with this in their name, and writes
// no report. --flat draws the flat picture, without WebGL. --check: the exit code is 1 where a figure falls short.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureSound, type SoundResult } from "./measure";
import { beatsReport, shortfalls, worstP95 } from "./report";
import { RunningStack } from "./running-stack";
import { soundsToPlay } from "./sounds";
import { analysisOf, openPage, startBrowser, upload } from "./visit";

const { values } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    seconds: { type: "string", default: "120" },
    only: { type: "string" },
    flat: { type: "boolean", default: false },
    out: { type: "string", default: "bench/results" },
  },
});
const folder = process.env.BENCH_DATA;
if (!folder) throw new Error("BENCH_DATA must name a folder with a labels.csv");
const seconds = Number(values.seconds);

async function measure(labelled: string): Promise<SoundResult[]> {
  const all = await soundsToPlay(labelled, 2 * seconds + 90);
  const sounds = all.filter(({ name }) => name.includes(values.only ?? ""));
  const stack = await RunningStack.start();
  try {
    const browser = await startBrowser(values.flat);
    try {
      const page = await openPage(browser, stack);
      const ids = await upload(page, sounds);
      const results: SoundResult[] = [];
      for (const [index, sound] of sounds.entries()) {
        process.stderr.write(`${sound.name}\n`);
        const id = ids[index] ?? "";
        results.push(await measureSound(page, { sound, id, analysed: await analysisOf(page, id) }, seconds));
      }
      return results;
    } finally {
      await browser.close();
    }
  } finally {
    await stack.stop();
  }
}

const results = await measure(folder);
const text = beatsReport(results, seconds, values.flat);
process.stdout.write(text);
if (!values.only) {
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, "beats.md"), text);
}
const missed = shortfalls(results);
process.stdout.write(
  `p95 at most ${worstP95(results, "fromAnalysis").toFixed(1)} ms from the analysed beat, ${worstP95(results, "fromSound").toFixed(1)} ms from the sound: ${missed.length === 0 ? "nothing falls short" : `${missed.length} fall short`}\n`,
);
process.exitCode = values.check && missed.length > 0 ? 1 : 0;
