import type { FilePath } from "@/lib/analysis/decode/containers/byte-source";
import type { PluginFailureCode } from "./plugin";
import type { ClapResult } from "./schema";

/** Requests of the parent to the process that holds the model, one at a time. */
export type ClapRequest =
  | { type: "analyze"; path: FilePath; durationSeconds: number }
  | { type: "embed"; texts: readonly string[] };

export type ClapReport =
  | { type: "ready" }
  | { type: "analyzed"; result: ClapResult }
  | { type: "embedded"; embeddings: number[][] }
  | { type: "failed"; code: PluginFailureCode; message: string };
