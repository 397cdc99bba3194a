import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { silentFlac } from "@/tests/fixtures/flac-file";
import { type WavFormat, wavFile } from "@/tests/fixtures/wav-file";

/** A good file that is about to be damaged. */
export interface CorpusFile {
  name: string;
  bytes: Buffer;
}

const FOLDERS = ["tests/fixtures/music", "tests/fixtures/clips"];
const FORMATS: WavFormat[] = ["u8", "s16", "s24", "s32", "f32", "f64"];

/** Every container and codec the engine reads, always in the same order. @param root the checkout */
export function readCorpus(root: string): CorpusFile[] {
  const stored = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => !name.endsWith(".json"))
      .sort()
      .map((name) => ({ name, bytes: readFileSync(join(root, folder, name)) })),
  );
  const made = FORMATS.map((format) => ({
    name: `${format}.wav`,
    bytes: wavFile({ format, sampleRateHz: 32_000, channels: 1 }),
  }));
  return [...stored, ...made, { name: "silence.flac", bytes: silentFlac(3) }];
}
