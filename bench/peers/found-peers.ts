import { spawnSync } from "node:child_process";
import type { Peer } from "./answers";
import { aubioPeer } from "./aubio";
import { bpmToolsPeer } from "./bpm-tools";
import { essentiaPeer } from "./essentia";
import { ffmpegPeer } from "./ffmpeg";

/** The peers that are installed; `missing` is told about the others and the packages to install. */
export async function foundPeers(missing: (line: string) => void): Promise<Peer[]> {
  const ffmpeg = outputOf("ffmpeg", ["-version"]);
  if (ffmpeg === null) {
    missing("No peers: ffmpeg, which decodes for them, is not installed (Debian package ffmpeg).");
    return [];
  }
  const peers = [ffmpegPeer(/version (\S+)/.exec(ffmpeg)?.[1] ?? "")];
  try {
    peers.push(await essentiaPeer());
  } catch (error) {
    missing(`Without essentia.js: npm ci installs it (${String(error)}).`);
  }
  const aubio = outputOf("aubio", ["--version"]);
  if (aubio === null) missing("Without aubio: it is not installed (Debian package aubio-tools).");
  else peers.push(aubioPeer(/version (\S+)/.exec(aubio)?.[1] ?? ""));
  if (outputOf("bpm", ["-h"]) === null)
    missing("Without bpm-tools: they are not installed (Debian package bpm-tools).");
  else peers.push(bpmToolsPeer(packagedVersion("bpm-tools")));
  return peers;
}

/** What a command prints; null if it does not exist. */
function outputOf(command: string, args: string[]): string | null {
  const { error, stdout } = spawnSync(command, args, { encoding: "utf8" });
  return error ? null : stdout;
}

/** The command does not say which version it is; Debian does. */
function packagedVersion(name: string): string {
  return outputOf("dpkg-query", ["-W", "-f", "$" + "{Version}", name]) ?? "";
}
