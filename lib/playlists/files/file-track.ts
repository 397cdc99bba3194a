import { ArchivePaths } from "@/lib/archives/archive-paths";

/** A sample as the files for other programs need it. */
export interface FileTrack {
  id: string;
  fileName: string;
  sizeBytes: number;
  createdAt: string;
  durationSeconds: number | null;
  bpm: number | null;
  key: { tonic: number; mode: "major" | "minor" } | null;
  container: string | null;
  sampleRateHz: number | null;
  bitsPerSecond: number | null;
  /** The first beat of a bar; null without beats. */
  firstBeatSeconds: number | null;
  beatsPerBar: number;
  artist: string | null;
  title: string | null;
  album: string | null;
  genre: string | null;
}

export interface FileSet {
  name: string;
  tracks: readonly FileTrack[];
  /** Where the files lie on the person's computer, as they typed it. Empty if the list lies beside them. */
  folder: string;
}

/** The folder of a ZIP download that the files are in. */
const IN_ARCHIVE = "samples";

/** The name of each file, as a ZIP download of the same samples in the same order has it. Each is there once. */
export function relativePaths(tracks: readonly FileTrack[]): string[] {
  const paths = new ArchivePaths(IN_ARCHIVE);
  return tracks.map(({ fileName }) => paths.place("", fileName));
}

/** The parts of a folder, whatever slashes it was typed with; the drive apart (`C:`). */
export function folderParts(folder: string): { drive: string; parts: string[] } {
  const parts = folder.split(/[/\\]+/).filter((part) => part !== "");
  const [first = ""] = parts;
  return /^[a-z]:$/i.test(first) ? { drive: first.toUpperCase(), parts: parts.slice(1) } : { drive: "", parts };
}

/** The title in the file, else its name without the ending. */
export const titleOf = ({ title, fileName }: FileTrack): string => title ?? fileName.replace(/\.[^.]{1,8}$/, "");
