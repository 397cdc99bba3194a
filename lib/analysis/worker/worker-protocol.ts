import type { FilePath } from "@/lib/analysis/decode/containers/byte-source";
import type { FileTags } from "@/lib/analysis/file-tags/schema";
import type { DrawnAvatar } from "@/lib/analysis/pictures/avatar";
import type { PreviewCut } from "@/lib/analysis/playable/copy-writer";
import type { FoundFormat } from "@/lib/analysis/record/found-formats";
import type { ValueName } from "@/lib/analysis/record/measured-values";
import type { AnalysisFailureCode, AnalysisRecord } from "@/lib/analysis/record/schema";
import type { CutRegion, WantedRegion } from "@/lib/analysis/regions/cut";
import type { DecodedFacts } from "@/lib/analysis/windows/decoded-file";

interface AnalysisPictures {
  peaks: Uint8Array;
  spectrogramPng: Uint8Array;
}

/** Measures a file. */
export interface AnalyzeRequest {
  task: "analyze";
  path: FilePath;
  pictures: boolean;
  /** What to measure; null measures everything. */
  values: readonly ValueName[] | null;
  /** A longer recording is refused as too long. Null for what any recording may have. */
  mostSeconds: number | null;
}

/** Writes a copy of a file that every browser plays. */
export interface CopyRequest {
  task: "copy";
  path: FilePath;
  toPath: string;
  /** Make none unless the file is several recordings in a row. */
  onlyIfChained: boolean;
  /** For strangers: with 16 bits, and cut. Null for a copy of all that was heard. */
  preview: PreviewCut | null;
}

/** Reads what a file says about itself. */
export interface TagsRequest {
  task: "tags";
  path: FilePath;
  cover: boolean;
}

/** Measures a part of a file, to search with. */
export interface HearRequest {
  task: "hear";
  path: FilePath;
  fromSeconds: number;
  /** Null for up to the end. */
  toSeconds: number | null;
  /** No more of it is heard. */
  mostSeconds: number;
  /** What lies this far under the loudest moment is silence at the ends. */
  floorDb: number;
}

/** Cuts regions out of a file, each into a WAV. */
export interface CutRequest {
  task: "cut";
  path: FilePath;
  regions: readonly WantedRegion[];
  isSnapped: boolean;
  mostBytes: number;
}

/** Keeps the decoded samples of a file in a folder. */
export interface KeepRequest {
  task: "keep";
  path: FilePath;
  toFolder: string;
  fromSegment: number;
  mostBytes: number;
}

/** Draws a person's picture anew. */
export interface AvatarRequest {
  task: "avatar";
  path: FilePath;
}

/** What the pool asks of a worker: one file at a time. */
export type WorkerRequest =
  | AnalyzeRequest
  | CopyRequest
  | TagsRequest
  | HearRequest
  | CutRequest
  | KeepRequest
  | AvatarRequest;

export type AnalysisPhase = "decoding" | "finishing";

export interface AnalysisProgress {
  phase: AnalysisPhase;
  decodedSeconds: number;
  /** 0 to 1; null if the file does not say how long it is. */
  fraction: number | null;
}

export interface AnalysisResult {
  record: AnalysisRecord;
  pictures: AnalysisPictures | null;
  /** Time for decoding and measuring, without the wait for a worker. */
  analysisSeconds: number;
}

export interface CopyResult {
  /** Size of the copy; null if the original can be played as it is. */
  sizeBytes: number | null;
}

export interface TagsResult {
  tags: FileTags;
  /** The cover, encoded anew. Null if there is none. */
  coverWebp: Uint8Array | null;
}

export type HearResult =
  | { outcome: "silent" }
  | { outcome: "too_short"; heardSeconds: number }
  /** `isCut`: there was more, which was not heard. */
  | { outcome: "heard"; record: AnalysisRecord; heardSeconds: number; isCut: boolean };

export interface CutResult {
  /** In the order asked for. */
  regions: CutRegion[];
}

interface Results {
  avatar: DrawnAvatar;
  keep: DecodedFacts;
  cut: CutResult;
  hear: HearResult;
  analyze: AnalysisResult;
  copy: CopyResult;
  tags: TagsResult;
}

export type ResultOf<Request extends WorkerRequest> = Results[Request["task"]];

export type WorkerReport =
  | { type: "ready" }
  | ({ type: "progress" } & AnalysisProgress)
  | { type: "done"; result: ResultOf<WorkerRequest> }
  | { type: "failed"; code: AnalysisFailureCode; found?: FoundFormat | undefined; detail: string | null };
