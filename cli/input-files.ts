import { readdir, realpath, stat } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { type AnalysisFailure, fileFailure } from "@/lib/analysis/record/failures";
import { isNamedAudio } from "@/lib/format/audio-files";

/** A file to analyse, with the name that the person gave it, or a path that cannot be read. */
export interface InputFile {
  file: string;
  path: string;
  failure?: AnalysisFailure;
}

/**
 * Walks files and folders in order. Keeps only the folders on the current path in memory. In folders, it takes files
 * with audio extensions and skips dot files. It does not follow a link back to a folder above.
 */
export async function* inputFiles(names: readonly string[], base: string): AsyncGenerator<InputFile> {
  for (const name of names) {
    const path = resolve(base, name);
    try {
      if ((await stat(path)).isDirectory()) yield* folderFiles({ file: name, path }, []);
      else yield { file: name, path };
    } catch (error) {
      yield { file: name, path, failure: fileFailure(error) };
    }
  }
}

async function* folderFiles(folder: InputFile, above: readonly string[]): AsyncGenerator<InputFile> {
  const here = await realpath(folder.path);
  if (above.includes(here)) return;
  for (const name of (await readdir(folder.path)).sort()) {
    if (name.startsWith(".")) continue;
    const inside: InputFile = { file: join(folder.file, name), path: join(folder.path, name) };
    try {
      const found = await stat(inside.path);
      if (found.isDirectory()) yield* folderFiles(inside, [...above, here]);
      else if (isNamedAudio(name)) yield inside;
    } catch (error) {
      // Reports unreadable folders and audio files. A broken link to any other file does not matter.
      if (isNamedAudio(name) || extname(name) === "") yield { ...inside, failure: fileFailure(error) };
    }
  }
}
