import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Peer, PeerAnswers } from "./answers";

const run = promisify(execFile);
const LIMITS = { timeout: 120_000, maxBuffer: 2 ** 26 } as const;

/** The `aubio` command at its own settings, on 44.1 kHz mono decoded by ffmpeg. */
export function aubioPeer(version: string): Peer {
  const scratch = mkdtempSync(join(tmpdir(), "bench-aubio-"));
  let files = 0;
  return {
    name: `aubio ${version}`,
    answers: async ({ path }, wanted): Promise<PeerAnswers> => {
      if (!wanted.tempo && !wanted.beats) return {};
      const wav = join(scratch, `${files++}.wav`);
      try {
        await run("ffmpeg", ["-v", "error", "-i", path, "-ac", "1", "-ar", "44100", wav], LIMITS);
        const tempo = wanted.tempo ? await run("aubio", ["tempo", wav], LIMITS) : null;
        const beats = wanted.beats ? await run("aubio", ["beat", wav], LIMITS) : null;
        return {
          aubio: {
            ...(tempo ? { bpm: Number.parseFloat(tempo.stdout) || null } : {}),
            ...(beats ? { beats: beats.stdout.split("\n").filter(Boolean).map(Number.parseFloat) } : {}),
          },
        };
      } finally {
        rmSync(wav, { force: true });
      }
    },
    close: () => rmSync(scratch, { recursive: true, force: true }),
  };
}
