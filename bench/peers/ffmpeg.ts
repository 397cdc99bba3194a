import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Peer } from "./answers";

const run = promisify(execFile);
const LIMITS = { timeout: 300_000, maxBuffer: 2 ** 31 - 1 } as const;
/** The standard's silence gate: sound below it has no loudness. */
const SILENCE_LUFS = -69.9;

/** Interleaved samples of a file, decoded and resampled by ffmpeg. */
export async function decodeByFfmpeg(path: string, sampleRateHz: number, channels: number): Promise<Float32Array> {
  const format = ["-f", "f32le", "-ac", String(channels), "-ar", String(sampleRateHz), "-"];
  const { stdout } = await run("ffmpeg", ["-v", "error", "-i", path, ...format], { ...LIMITS, encoding: "buffer" });
  return new Float32Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + (stdout.length & ~3)));
}

/** How many channels a file has, by ffprobe. */
export async function channelsOf(path: string): Promise<number> {
  const entries = ["-select_streams", "a:0", "-show_entries", "stream=channels", "-of", "csv=p=0"];
  const { stdout } = await run("ffprobe", ["-v", "error", ...entries, path], LIMITS);
  return Number.parseInt(stdout, 10);
}

/** ffmpeg's ebur128 filter, the reference for loudness. */
export function ffmpegPeer(version: string): Peer {
  return {
    name: `ffmpeg ${version}`,
    answers: async ({ path }) => {
      const filter = "ebur128=metadata=1:peak=true,ametadata=mode=print:file=-";
      const said = await run("ffmpeg", ["-nostats", "-i", path, "-af", filter, "-f", "null", "-"], LIMITS);
      return { "ffmpeg ebur128": loudnessOf(said.stdout, said.stderr) };
    },
  };
}

/** Loudness to three decimals, as of the last tenth of a second, and the peak of the whole file to one. */
function loudnessOf(metadata: string, summary: string) {
  const at = metadata.lastIndexOf("lavfi.r128.I=");
  const lufs = at < 0 ? Number.NaN : Number.parseFloat(metadata.slice(metadata.indexOf("=", at) + 1));
  const peak = Number.parseFloat(/True peak:\s+Peak:\s+(\S+) dBFS/.exec(summary)?.[1] ?? "");
  return {
    integratedLufs: lufs > SILENCE_LUFS ? lufs : null,
    truePeakDbtp: Number.isFinite(peak) ? peak : null,
  };
}
