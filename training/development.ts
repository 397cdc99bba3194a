import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TONICS } from "@/lib/music/keys";
import { wavFile } from "@/tests/fixtures/wav-file";
import type { TrainingPiece } from "./compose/composition";
import { composeFolkTune } from "./compose/songs/folk-tune";
import { composePianoPiece } from "./compose/songs/piano-piece";
import { composePopSong } from "./compose/songs/pop-song";
import { RENDER_RATE_HZ, renderOnce } from "./corpus/rendering";
import { soundFontPath } from "./host/tools";

// Writes a labelled development set of music like that which the key is weakest on, for bench:accuracy:
// npm run train:development -- <folder> [pieces of each group]

/** Numbers that nothing is learned from. */
const FIRST_NUMBER = 90_000;
const PIECES = 40;
const GAIN = 0.9;

const GROUPS: Record<string, (number: number) => TrainingPiece> = {
  songs: composePopSong,
  tunes: composeFolkTune,
  piano: composePianoPiece,
};

function labelOf(path: string, piece: TrainingPiece): string {
  const { bpm, tonic, mode, style } = piece;
  return [
    path,
    bpm.toFixed(3),
    TONICS[tonic],
    mode,
    "",
    "",
    style.replace(",", ""),
    "generated",
    "",
    "exact",
    "",
  ].join();
}

async function main(): Promise<void> {
  const [folder, wanted] = process.argv.slice(2);
  if (!folder) throw new Error("usage: npm run train:development -- <folder> [pieces of each group]");
  const lines = ["path,bpm,key,mode,meter,classes,genre,source,licence,trust,beats"];
  for (const [group, compose] of Object.entries(GROUPS)) {
    mkdirSync(join(folder, group), { recursive: true });
    for (let index = 0; index < Number(wanted ?? PIECES); index++) {
      const piece = compose(FIRST_NUMBER + index);
      const signal = await renderOnce(piece, soundFontPath("trial"));
      const sample = (frame: number) => Math.max(-1, Math.min(1, GAIN * (signal[frame] ?? 0)));
      const path = join(group, `${String(index).padStart(3, "0")}.wav`);
      const wav = wavFile({ sampleRateHz: RENDER_RATE_HZ, channels: 1, frames: signal.length, sample });
      writeFileSync(join(folder, path), wav);
      lines.push(labelOf(path, piece));
    }
  }
  // Last, so that a folder with labels is complete.
  writeFileSync(join(folder, "labels.csv"), `${lines.join("\n")}\n`);
}

await main();
