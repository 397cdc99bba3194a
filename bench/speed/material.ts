import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export const FORMATS = ["mp3", "flac", "ogg", "m4a", "opus", "wav"] as const;
export type Format = (typeof FORMATS)[number];

/** 192 kbit/s for lossy formats; Opus always has 48 kHz. */
const ENCODERS: Record<Format, string[]> = {
  mp3: ["-c:a", "libmp3lame", "-b:a", "192k"],
  flac: ["-c:a", "flac"],
  ogg: ["-c:a", "libvorbis", "-b:a", "192k"],
  m4a: ["-c:a", "aac", "-b:a", "192k"],
  opus: ["-ar", "48000", "-c:a", "libopus", "-b:a", "192k"],
  wav: ["-c:a", "pcm_s16le"],
};

const MUSIC = ["house.mp3", "ballad.ogg", "funk.ogg", "rock.mp3", "pop.m4a", "piano.m4a", "drum and bass.opus"];

/** Music of any length in any format, in a temporary folder until `remove`. Needs ffmpeg. */
export class SpeedMaterial {
  private readonly folder = mkdtempSync(join(tmpdir(), "bench-speed-"));
  private readonly made = new Map<string, Promise<string>>();

  /** Stereo at 44.1 kHz: the pieces of the tests in a row, repeated. */
  file(format: Format, seconds: number): Promise<string> {
    const name = `${seconds}.${format}`;
    const known = this.made.get(name) ?? this.make(format, seconds, join(this.folder, name));
    this.made.set(name, known);
    return known;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async make(format: Format, seconds: number, path: string): Promise<string> {
    const medley = await this.medley();
    const input = ["-stream_loop", "-1", "-i", medley, "-t", String(seconds), "-map_metadata", "-1"];
    await run("ffmpeg", ["-y", "-v", "error", ...input, ...ENCODERS[format], path]);
    return path;
  }

  private medley(): Promise<string> {
    const known = this.made.get("medley") ?? this.makeMedley(join(this.folder, "medley.wav"));
    this.made.set("medley", known);
    return known;
  }

  private async makeMedley(path: string): Promise<string> {
    const inputs = MUSIC.flatMap((name) => ["-i", resolve("tests/fixtures/music", name)]);
    const resampled = MUSIC.map((_, i) => `[${i}:a]aresample=44100,aformat=channel_layouts=stereo[a${i}]`);
    const joined = `${MUSIC.map((_, i) => `[a${i}]`).join("")}concat=n=${MUSIC.length}:v=0:a=1[out]`;
    const filter = ["-filter_complex", [...resampled, joined].join(";"), "-map", "[out]"];
    await run("ffmpeg", ["-y", "-v", "error", ...inputs, ...filter, "-c:a", "pcm_s16le", path]);
    return path;
  }
}
