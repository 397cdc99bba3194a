import { AUDIO_FILES, isSystemFolder, type LeftOutReason, leftOutReason } from "@/lib/format/audio-files";
import { formatBytes } from "@/lib/format/bytes";
import { msg } from "@/lib/language/text";
import { MAX_FILE_BYTES } from "@/lib/uploads/constants";
import type { DropBatch } from "./drop-batch";

/** A file that was chosen, pasted, dropped or found in a folder. */
export interface FoundFile {
  file: File;
  /** The path inside the dropped folder, such as `drums/kicks`; empty at the top. */
  folderPath: string;
  /** Whether the person chose this very file; false if it was found in a folder. */
  isExplicit: boolean;
  /** A handle that can be kept beyond this page, if the browser has them. */
  handle?: () => Promise<FileSystemFileHandle | null>;
  /** The files that came with it. */
  batch?: DropBatch | undefined;
}

export type IntakeVerdict =
  | { kind: "accept" }
  /** Shown as a row, because the person expects it to work. */
  | { kind: "refuse"; reason: string }
  /** Left out and only listed, because it just happened to be in the folder. */
  | { kind: "skip"; reason: string };

const LEFT_OUT: Record<LeftOutReason, string> = {
  system: msg("left by the operating system"),
  hidden: msg("hidden"),
  not_audio: msg("not an audio file"),
};

const mayBeAudio = (type: string) => type === "" || type === "application/octet-stream" || type.startsWith("audio/");

/** Why the file is left out, or null. A file or folder that the person chose may be hidden or have any name. */
function reasonToLeaveOut({ fileName, folderPath, type, isExplicit }: JudgedFile): LeftOutReason | null {
  const [chosen = "", ...inside] = folderPath.split("/");
  if (isSystemFolder(chosen)) return "system";
  const reason = leftOutReason([...inside, fileName].join("/"));
  return reason !== "system" && isExplicit && mayBeAudio(type) ? null : reason;
}

interface JudgedFile {
  fileName: string;
  /** From the chosen folder on; empty for a file that was chosen itself. */
  folderPath: string;
  sizeBytes: number;
  type: string;
  isExplicit: boolean;
}

/** Decides by name, size and type, without reading the file. The server does not rely on this. */
export function judgeFile(found: JudgedFile): IntakeVerdict {
  const leftOut = reasonToLeaveOut(found);
  if (leftOut) return { kind: "skip", reason: LEFT_OUT[leftOut] };
  if (found.sizeBytes === 0) {
    return { kind: "refuse", reason: msg("This file is empty (0 bytes). Export it again.") };
  }
  if (found.sizeBytes > MAX_FILE_BYTES) {
    return {
      kind: "refuse",
      reason: msg`This file is ${formatBytes(found.sizeBytes)}. The limit is ${formatBytes(MAX_FILE_BYTES)}. Try a FLAC or MP3 version.`,
    };
  }
  return { kind: "accept" };
}

/** For the `accept` attribute of file inputs. */
export const ACCEPT_ATTRIBUTE = AUDIO_FILES.join(",");
