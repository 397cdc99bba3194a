import type { SampleRow } from "@/lib/samples/schema";

/**
 * Where one file is on its way. `sent` is the end of the upload; what the analysis makes of it is in `row`.
 *
 *     waiting → hashing → checking → ready → uploading → finishing → sent
 *                              └──────────────┴→ known          (bytes already in the library)
 *     any before `sent` → failed (can be retried) | cancelled;    refused: never began
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

/** Replaced, never changed: a row that holds the same object has nothing new to show. */
export interface UploadItem {
  readonly id: number;
  readonly fileName: string;
  readonly folderPath: string;
  readonly sizeBytes: number;
  readonly declaredType: string;
  readonly phase: UploadPhase;
  readonly hashedBytes: number;
  readonly sentBytes: number;
  /** Of those, what an earlier page had already sent. */
  readonly keptBytes: number;
  readonly sha256: string | null;
  readonly sampleId: string | null;
  readonly uploadId: string | null;
  readonly uploadKind: "single" | "multipart" | null;
  /** Whose bytes these are: a sample of the library, or another file of this page (no id until that one is sent). */
  readonly knownAs: { fileName: string; sampleId: string | null; itemId: number | null } | null;
  readonly message: string | null;
  /** As the library has it, once it is there. */
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
    row: null,
  };
}

const ENDED: ReadonlySet<UploadPhase> = new Set(["sent", "known", "failed", "cancelled", "refused"]);

export const hasEnded = (item: UploadItem) => ENDED.has(item.phase);
export const canRetry = (item: UploadItem) => item.phase === "failed" || item.phase === "cancelled";
/** While the server files it, it is too late: it would be in the library all the same. */
export const canCancel = (item: UploadItem) => !hasEnded(item) && item.phase !== "finishing";

/** Analysis under way on the server. */
export const isBeingAnalysed = (item: UploadItem) =>
  item.phase === "sent" && item.row?.status !== "completed" && item.row?.status !== "failed";

export interface UploadSummary {
  total: number;
  byPhase: Record<UploadPhase, number>;
  /** Of the known ones: the same bytes came twice in this session. */
  repeated: number;
  /** Not ended yet. */
  remaining: number;
  analysing: number;
  analysed: number;
  analysisFailed: number;
  /** Of the files that are sent or still to be sent: the overall progress. */
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

/** Counts and bytes over all files. Files that will not be sent (known, failed, cancelled) leave the sum of bytes. */
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
    if (isBeingAnalysed(item)) summary.analysing++;
    if (item.row?.status === "completed" && item.phase === "sent") summary.analysed++;
    if (item.row?.status === "failed" && item.phase === "sent") summary.analysisFailed++;
    if (item.phase === "sent" || !hasEnded(item)) {
      summary.totalBytes += item.sizeBytes;
      summary.sentBytes += item.phase === "sent" ? item.sizeBytes : item.sentBytes;
    }
  }
  return summary;
}
