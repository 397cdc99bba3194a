import { spawn } from "node:child_process";
import type { Peer, PeerAnswers } from "./answers";
import { decodeByFfmpeg } from "./ffmpeg";

const TIMEOUT_MS = 120_000;

/** The `bpm` command at its own settings, but to four digits. It takes raw 44.1 kHz mono and prints one number. */
export function bpmToolsPeer(version: string): Peer {
  return {
    name: `bpm-tools ${version}`,
    answers: async ({ path }, wanted): Promise<PeerAnswers> => {
      if (!wanted.tempo) return {};
      const samples = await decodeByFfmpeg(path, 44_100, 1);
      return { "bpm-tools": { bpm: Number.parseFloat(await bpmOf(samples)) || null } };
    },
  };
}

function bpmOf(samples: Float32Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn("bpm", ["-f", "%0.4f"], { stdio: ["pipe", "pipe", "ignore"], timeout: TIMEOUT_MS });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString("latin1");
    });
    child.on("error", reject);
    child.on("close", () => resolve(said));
    // The command may end before it has read everything.
    child.stdin.on("error", () => undefined);
    child.stdin.end(new Uint8Array(samples.buffer));
  });
}
