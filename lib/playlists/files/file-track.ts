import { safePart } from "@/lib/archives/archive-paths";
import { archivePlaces } from "@/lib/downloads/archive/archive-places";

/** A sample as the files for other programs need it. */
export interface FileTrack {
  id: string;
  fileName: string;
  sizeBytes: number;
  /** Whether a ZIP of the set has it. Files of others are not downloaded. */
  isInArchive: boolean;
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

/**
 * The name of each file, as the ZIP of the same set has it: in a folder with the name of the set. Those that are not in
 * the ZIP are named last, so that they take nobody's name. Each name is there once.
 */
export function relativePaths({ name, tracks }: Pick<FileSet, "name" | "tracks">): string[] {
  const { paths } = archivePlaces(safePart(name));
  const given = new Map<FileTrack, string>();
  for (const isInArchive of [true, false])
    for (const track of tracks)
      if (track.isInArchive === isInArchive) given.set(track, paths.place("", track.fileName));
  return tracks.map((track) => given.get(track) ?? track.fileName);
}

/** The parts of a folder, whatever slashes it was typed with; the drive apart (`C:`). */
export function folderParts(folder: string): { drive: string; parts: string[] } {
  const parts = folder.split(/[/\\]+/).filter((part) => part !== "");
  const [first = ""] = parts;
  return /^[a-z]:$/i.test(first) ? { drive: first.toUpperCase(), parts: parts.slice(1) } : { drive: "", parts };
}

/** The title in the file, else its name without the ending. */
export const titleOf = ({ title, fileName }: FileTrack): string => title ?? fileName.replace(/\.[^.]{1,8}$/, "");
