import { existsSync } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { type AnalysisFailure, fileFailure } from "@/lib/analysis/record/failures";
import { extensionOf, isNamedAudio, isSystemFolder, type LeftOutReason, leftOutReason } from "@/lib/format/audio-files";
import { type PathBytes, pathOf, shownPath } from "@/lib/format/path-bytes";
import { absolutePath, joinedPath } from "./joined-path";
import { lookAlike } from "./look-alike";

/** A file to analyse, with the name that the person gave it, or a path that cannot be read. */
export interface InputFile {
  /** The name for people, and its bytes if they are not UTF-8. */
  file: string;
  fileBytes?: Buffer;
  path: PathBytes;
  failure?: AnalysisFailure;
}

/** How many files and folders were not looked at, and why. A loop is a link to a folder above. */
export type LeftOutCounts = Record<LeftOutReason | "loop", number>;

export const noneLeftOut = (): LeftOutCounts => ({ system: 0, hidden: 0, not_audio: 0, loop: 0 });

interface Input {
  name: PathBytes;
  path: PathBytes;
}

/**
 * Walks files and folders in order. Keeps only the folders on the current path in memory. In folders, it takes files
 * with audio extensions and counts in `leftOut` what it passes. It does not follow a link back to a folder above.
 */
export async function* inputFiles(
  names: readonly PathBytes[],
  base: string,
  leftOut: LeftOutCounts,
): AsyncGenerator<InputFile> {
  const taken = new Set<string>();
  for (const name of names) {
    const path = absolutePath(base, name);
    try {
      const input = await existing({ name, path }, taken);
      if ((await stat(input.path)).isDirectory()) yield* folderFiles(input, [], leftOut);
      else yield named(input.name, input.path);
    } catch (error) {
      yield { ...named(name, path), failure: fileFailure(error) };
    }
  }
}

/** The input itself, or what it was before some of its bytes were lost. */
async function existing(input: Input, taken: Set<string>): Promise<Input> {
  if (typeof input.path !== "string" || existsSync(input.path)) return input;
  const found = await lookAlike(input.path, taken);
  return found ? { name: found, path: found } : input;
}

async function* folderFiles(
  folder: Input,
  above: readonly string[],
  leftOut: LeftOutCounts,
): AsyncGenerator<InputFile> {
  const here = (await realpath(folder.path, { encoding: "buffer" })).toString("latin1");
  if (above.includes(here)) {
    leftOut.loop++;
    return;
  }
  for (const name of await namesIn(folder.path)) {
    const text = shownPath(name);
    const inside: Input = { name: joinedPath(folder.name, name), path: joinedPath(folder.path, name) };
    const reason = isSystemFolder(text) ? "system" : leftOutReason(text);
    try {
      const isFolder = reason !== "system" && reason !== "hidden" && (await stat(inside.path)).isDirectory();
      if (isFolder) yield* folderFiles(inside, [...above, here], leftOut);
      else if (reason) leftOut[reason]++;
      else yield named(inside.name, inside.path);
    } catch (error) {
      // Reports unreadable folders and audio files. A broken link to any other file does not matter.
      if (isNamedAudio(text) || extensionOf(text) === "") {
        yield { ...named(inside.name, inside.path), failure: fileFailure(error) };
      } else leftOut.not_audio++;
    }
  }
}

async function namesIn(folder: PathBytes): Promise<PathBytes[]> {
  const names = await readdir(folder, { encoding: "buffer" });
  // In the order of their text, as it always was. Names that look alike are in the order of their bytes.
  return names
    .sort((one, other) => order(one.toString("utf8"), other.toString("utf8")) || one.compare(other))
    .map(pathOf);
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function named(name: PathBytes, path: PathBytes): InputFile {
  return { file: shownPath(name), path, ...(typeof name === "string" ? {} : { fileBytes: name }) };
}

const plural = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** One sentence about everything that was passed; null if nothing was. */
export function leftOutSentence({ system, hidden, not_audio, loop }: LeftOutCounts): string | null {
  const parts = [
    not_audio > 0 && plural(not_audio, "file without an audio extension", "files without an audio extension"),
    hidden > 0 && plural(hidden, "hidden file or folder", "hidden files and folders"),
    system > 0 && plural(system, "file or folder of the system", "files and folders of the system"),
    loop > 0 && plural(loop, "link to a folder above", "links to folders above"),
  ].filter((part) => part !== false);
  return parts.length > 0 ? `Left out: ${parts.join(", ")}.` : null;
}
