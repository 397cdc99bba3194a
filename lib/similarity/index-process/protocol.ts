import type { Comparing } from "@/lib/similarity/engine/compared-rows";
import type { SoundHit } from "@/lib/similarity/schema";
import type { Asking } from "./turns";

/** What the application says to the process with the index. */
export type IndexRequest =
  | { type: "open"; databaseUrl: string }
  | { type: "ask"; id: number; asking: Asking }
  | { type: "compare"; id: number; comparing: Comparing }
  | { type: "cancel"; id: number };

/** What the process says. `started` is its first message. */
export type IndexReport =
  | { type: "started" }
  | { type: "state"; state: IndexState }
  | { type: "answer"; id: number; hits: SoundHit[][] }
  | { type: "compared"; id: number; hits: SoundHit[] }
  /** It is reading the database, or cannot answer: somebody else has to. */
  | { type: "unready"; id: number };

export interface IndexState {
  /** Whether it has read all there was. */
  isReady: boolean;
  rows: number;
  owners: number;
  /** Of the index itself, and of the whole process. */
  indexBytes: number;
  processBytes: number;
  /** The last revision of `search_documents` that it has read. */
  watermark: number;
  /** How often it read everything anew because the database was not what it remembered. */
  rebuilds: number;
  /** Why its last attempt to read the database failed. Null since the last that did not. */
  trouble: string | null;
}

/** What the application knows of the process. */
export interface IndexStatistics {
  /** `off`: nobody has started it. `starting`: there is no process, or it has not reported yet. */
  status: "off" | "starting" | "building" | "ready";
  /** What the process said last. */
  state: IndexState | null;
  processId: number | null;
  /** How often a process has ended that should not have. */
  restarts: number;
}
