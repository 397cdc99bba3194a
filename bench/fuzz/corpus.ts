import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ima4Aiff, imaAdpcmWav, msAdpcmWav } from "@/tests/fixtures/adpcm-file";
import { aiff, au, caf, toneRecording, wav, wave64 } from "@/tests/fixtures/container-files";
import { silentFlac } from "@/tests/fixtures/flac-file";
import { apeTag, id3Tag, id3v1Tag } from "@/tests/fixtures/tag-files";
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
  const tone = toneRecording(0.5, 22_050);
  const tagged = Buffer.concat([apeTag(100), id3Tag(500), wav(tone), id3v1Tag()]);
  const others = { "tagged.wav": tagged, "tone.w64": wave64(tone), "tone.au": au(tone), "tone.caf": caf(tone) };
  const adpcm = { "ima.wav": imaAdpcmWav(tone), "ms.wav": msAdpcmWav(tone), "ima4.aifc": ima4Aiff(tone) };
  const big = { "tone.aiff": aiff(tone), "rifx.wav": wav(tone, { littleEndian: false }) };
  const more = Object.entries({ ...others, ...adpcm, ...big }).map(([name, bytes]) => ({ name, bytes }));
  return [...stored, ...made, ...more, { name: "silence.flac", bytes: silentFlac(3) }];
}
