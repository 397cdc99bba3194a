import { type FoundFile, judgeFile } from "./file-intake";
import { newItem, type UploadItem } from "./upload-item";
import type { SkippedFile } from "./upload-store";

export interface Intake {
  /** One row per file that is accepted or refused, in the order the files were found. */
  items: UploadItem[];
  skipped: SkippedFile[];
  /** The files to upload, by the id of their row. */
  accepted: Map<number, FoundFile>;
}

/** Sorts files that were found into those to upload, those to refuse and those to skip. */
export function takeIn(found: readonly FoundFile[], nextId: () => number): Intake {
  const intake: Intake = { items: [], skipped: [], accepted: new Map() };
  for (const one of found) {
    const { file, folderPath, isExplicit } = one;
    const facts = { fileName: file.name, folderPath, sizeBytes: file.size, declaredType: file.type };
    const verdict = judgeFile({ ...facts, type: file.type, isExplicit });
    if (verdict.kind === "skip") {
      intake.skipped.push({ fileName: file.name, folderPath, reason: verdict.reason });
      continue;
    }
    const item = newItem(nextId(), facts);
    if (verdict.kind === "refuse") intake.items.push({ ...item, phase: "refused", message: verdict.reason });
    else {
      intake.items.push(item);
      intake.accepted.set(item.id, one);
    }
  }
  return intake;
}
