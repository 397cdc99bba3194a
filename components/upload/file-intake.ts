import { formatBytes } from "@/lib/format/bytes";
import { AUDIO_EXTENSIONS, MAX_FILE_BYTES } from "@/lib/uploads/constants";

/** A file as it was found, before anything is decided about it. */
export interface FoundFile {
  file: File;
  /** Folder inside the dropped folder, `/` between its parts; empty at the top. */
  folderPath: string;
  /** Named by the person (picked, pasted, dropped by itself) rather than met while walking a folder. */
  isExplicit: boolean;
  /** A handle that outlives the page, where the browser gives one. */
  handle?: () => Promise<FileSystemFileHandle | null>;
}

export type IntakeVerdict =
  | { kind: "accept" }
  /** Shown as a row: the person expected it to work. */
  | { kind: "refuse"; reason: string }
  /** Counted in a note: it was only lying in the folder. */
  | { kind: "skip"; reason: string };

const AUDIO = new Set<string>(AUDIO_EXTENSIONS);

/** The part after the last dot in lower case; empty for `song`, `.hidden` and `name.`. */
export function extensionOf(fileName: string): string {
  const dot = fileName.lastIndexOf(".");
  return dot > 0 ? fileName.slice(dot + 1).toLowerCase() : "";
}

const mayBeAudio = (type: string) => type === "" || type === "application/octet-stream" || type.startsWith("audio/");

/** Decides on a file by what is known without reading it. The server never trusts any of this. */
export function judgeFile(found: {
  fileName: string;
  sizeBytes: number;
  type: string;
  isExplicit: boolean;
}): IntakeVerdict {
  const isNamedAudio = AUDIO.has(extensionOf(found.fileName));
  if (!isNamedAudio && !(found.isExplicit && mayBeAudio(found.type))) {
    return { kind: "skip", reason: "Not an audio file" };
  }
  if (found.sizeBytes === 0) {
    return { kind: "refuse", reason: "This file is empty (0 bytes). Export it again and drop the new one." };
  }
  if (found.sizeBytes > MAX_FILE_BYTES) {
    return {
      kind: "refuse",
      reason: `This file is ${formatBytes(found.sizeBytes)}; the limit is ${formatBytes(MAX_FILE_BYTES)}. A FLAC or MP3 of it may fit.`,
    };
  }
  return { kind: "accept" };
}

/** What one of the people's `accept` attribute lists. */
export const ACCEPT_ATTRIBUTE = ["audio/*", ...AUDIO_EXTENSIONS.map((extension) => `.${extension}`)].join(",");
