import type { SampleRow } from "@/lib/samples/schema";
import type { UsedUp } from "./upload-error";

/**
 * The phase of one upload. `sent` is the last one; the progress of the analysis is in `row`.
 *
 *     waiting → hashing → checking → ready → uploading → finishing → sent
 *                              └──────────────┴→ known          (bytes already in the library)
 *     any before `sent` → failed (can be retried) | cancelled;    refused: never started
 */
export type UploadPhase =
  | "waiting"
  | "hashing"
  | "checking"
  | "ready"
  | "uploading"
  | "finishing"
  | "sent"
  | "known"
  | "failed"
  | "cancelled"
  | "refused";

/** Never modified, only replaced: the same object means that nothing has changed. */
export interface UploadItem {
  readonly id: number;
  readonly fileName: string;
  readonly folderPath: string;
  readonly sizeBytes: number;
  readonly declaredType: string;
  readonly phase: UploadPhase;
  readonly hashedBytes: number;
  readonly sentBytes: number;
  /** The part of `sentBytes` that an earlier page had sent. */
  readonly keptBytes: number;
  readonly sha256: string | null;
  readonly sampleId: string | null;
  readonly uploadId: string | null;
  readonly uploadKind: "single" | "multipart" | null;
  /** What has the same bytes: a sample of the library or another file of this page, which has no id until it is sent. */
  readonly knownAs: { fileName: string; sampleId: string | null; itemId: number | null } | null;
  /** In English. */
  readonly message: string | null;
  /** The quota that refused it. */
  readonly usedUp: UsedUp | null;
  /** Its row in the library, once it is there. */
  readonly row: SampleRow | null;
}

export function newItem(
  id: number,
  file: { fileName: string; folderPath: string; sizeBytes: number; declaredType: string },
): UploadItem {
  return {
    ...file,
    id,
    phase: "waiting",
    hashedBytes: 0,
    sentBytes: 0,
    keptBytes: 0,
    sha256: null,
    sampleId: null,
    uploadId: null,
    uploadKind: null,
    knownAs: null,
    message: null,
    usedUp: null,
    row: null,
  };
}

const ENDED: ReadonlySet<UploadPhase> = new Set(["sent", "known", "failed", "cancelled", "refused"]);

export const hasEnded = (item: UploadItem) => ENDED.has(item.phase);
export const canRetry = (item: UploadItem) => item.phase === "failed" || item.phase === "cancelled";
/** Not while the server stores it, because the file would be in the library anyway. */
export const canCancel = (item: UploadItem) => !hasEnded(item) && item.phase !== "finishing";

/** Whether the server is analysing it or will do so. */
export const isBeingAnalyzed = (item: UploadItem) =>
  item.phase === "sent" && item.row?.status !== "completed" && item.row?.status !== "failed";

export interface UploadSummary {
  total: number;
  byPhase: Record<UploadPhase, number>;
  /** The known files whose bytes came from another file of this session. */
  repeated: number;
  /** Files that have not ended yet. */
  remaining: number;
  analysing: number;
  analysed: number;
  analysisFailed: number;
  /** The overall progress: only of files that are sent or still to be sent. */
  totalBytes: number;
  sentBytes: number;
}

const PHASES: readonly UploadPhase[] = [
  "waiting",
  "hashing",
  "checking",
  "ready",
  "uploading",
  "finishing",
  "sent",
  "known",
  "failed",
  "cancelled",
  "refused",
];

/** Counts and bytes over all files. The bytes leave out files that will not be sent: known, failed or cancelled. */
export function summarise(items: Iterable<UploadItem>): UploadSummary {
  const summary: UploadSummary = {
    total: 0,
    byPhase: Object.fromEntries(PHASES.map((phase) => [phase, 0])) as Record<UploadPhase, number>,
    repeated: 0,
    remaining: 0,
    analysing: 0,
    analysed: 0,
    analysisFailed: 0,
    totalBytes: 0,
    sentBytes: 0,
  };
  for (const item of items) {
    summary.total++;
    summary.byPhase[item.phase]++;
    if (!hasEnded(item)) summary.remaining++;
    if (item.phase === "known" && item.knownAs?.itemId != null) summary.repeated++;
    if (isBeingAnalyzed(item)) summary.analysing++;
    if (item.row?.status === "completed" && item.phase === "sent") summary.analysed++;
    if (item.row?.status === "failed" && item.phase === "sent") summary.analysisFailed++;
    if (item.phase === "sent" || !hasEnded(item)) {
      summary.totalBytes += item.sizeBytes;
      summary.sentBytes += item.phase === "sent" ? item.sizeBytes : item.sentBytes;
    }
  }
  return summary;
}
