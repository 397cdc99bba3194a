import { AUDIO_EXTENSIONS } from "@/lib/format/audio-files";
import { formatBytes } from "@/lib/format/bytes";
import { MAX_FILE_BYTES } from "@/lib/uploads/constants";

/** A file that was chosen, pasted, dropped or found in a folder. */
export interface FoundFile {
  file: File;
  /** The path inside the dropped folder, such as `drums/kicks`; empty at the top. */
  folderPath: string;
  /** Whether the person chose this very file; false if it was found in a folder. */
  isExplicit: boolean;
  /** A handle that can be kept beyond this page, if the browser has them. */
  handle?: () => Promise<FileSystemFileHandle | null>;
}

export type IntakeVerdict =
  | { kind: "accept" }
  /** Shown as a row, because the person expects it to work. */
  | { kind: "refuse"; reason: string }
  /** Only counted in a note, because it just happened to be in the folder. */
  | { kind: "skip"; reason: string };

const AUDIO = new Set<string>(AUDIO_EXTENSIONS);

/** The part after the last dot, in lower case; empty for `song`, `.hidden` and `name.`. */
export function extensionOf(fileName: string): string {
  const dot = fileName.lastIndexOf(".");
  return dot > 0 ? fileName.slice(dot + 1).toLowerCase() : "";
}

const mayBeAudio = (type: string) => type === "" || type === "application/octet-stream" || type.startsWith("audio/");

/** Decides by name, size and type, without reading the file. The server does not rely on this. */
export function judgeFile(found: {
  fileName: string;
  sizeBytes: number;
  type: string;
  isExplicit: boolean;
}): IntakeVerdict {
  const isNamedAudio = AUDIO.has(extensionOf(found.fileName));
  if (!isNamedAudio && !(found.isExplicit && mayBeAudio(found.type))) {
    return { kind: "skip", reason: "not an audio file" };
  }
  if (found.sizeBytes === 0) {
    return { kind: "refuse", reason: "This file is empty (0 bytes). Export it again." };
  }
  if (found.sizeBytes > MAX_FILE_BYTES) {
    return {
      kind: "refuse",
      reason: `This file is ${formatBytes(found.sizeBytes)}. The limit is ${formatBytes(MAX_FILE_BYTES)}. Try a FLAC or MP3 version.`,
    };
  }
  return { kind: "accept" };
}

/** For the `accept` attribute of file inputs. */
export const ACCEPT_ATTRIBUTE = ["audio/*", ...AUDIO_EXTENSIONS.map((extension) => `.${extension}`)].join(",");
