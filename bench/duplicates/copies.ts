import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const TRIM = "atrim=start=0.2,asetpts=PTS-STARTPTS";
const QUIETER = "volume=-6dB";
const MP3 = ["-c:a", "libmp3lame", "-b:a", "128k"];

export interface CopyKind {
  name: string;
  extension: "wav" | "mp3";
  options: string[];
}

const WITHOUT_ENCODER: CopyKind[] = [
  { name: "−6 dB", extension: "wav", options: ["-af", QUIETER] },
  { name: "without the first 200 ms", extension: "wav", options: ["-af", TRIM] },
  { name: "both", extension: "wav", options: ["-af", `${TRIM},${QUIETER}`] },
];
const ENCODED: CopyKind[] = [
  { name: "MP3 at 128 kbps", extension: "mp3", options: MP3 },
  { name: "MP3, −6 dB", extension: "mp3", options: ["-af", QUIETER, ...MP3] },
  { name: "MP3, without the first 200 ms", extension: "mp3", options: ["-af", TRIM, ...MP3] },
  { name: "MP3, both", extension: "mp3", options: ["-af", `${TRIM},${QUIETER}`, ...MP3] },
];

/** The copies that ffmpeg can make here; null if there is no ffmpeg. */
export async function copyKinds(): Promise<{ kinds: CopyKind[]; encodes: boolean } | null> {
  try {
    const { stdout } = await run("ffmpeg", ["-v", "error", "-encoders"]);
    const encodes = stdout.includes("libmp3lame");
    return { kinds: encodes ? [...WITHOUT_ENCODER, ...ENCODED] : WITHOUT_ENCODER, encodes };
  } catch {
    return null;
  }
}

/** Writes the copy of a file to `folder`, without its tags, and returns its path. */
export async function makeCopy(path: string, kind: CopyKind, folder: string, name: string): Promise<string> {
  const copy = `${folder}/${name}.${kind.extension}`;
  await run("ffmpeg", ["-v", "error", "-y", "-i", path, "-map", "0:a:0", "-map_metadata", "-1", ...kind.options, copy]);
  return copy;
}
