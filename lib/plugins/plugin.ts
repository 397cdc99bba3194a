import type { FilePath } from "@/lib/analysis/decode/containers/byte-source";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { PluginName, PluginResults } from "./schema";

/** What a plug-in gets: the finished record, and the file for one that decodes it itself. */
export type PluginInput = { record: AnalysisRecord; path: FilePath };

/** Gives named values, as the engine does; unlike the engine it may fail, and then only its own values are missing. */
export interface Plugin<N extends PluginName = PluginName> {
  readonly name: N;
  /** Whether it reads the file; others need only the record. */
  readonly readsFile: boolean;
  /** @throws PluginFailure */
  run(input: PluginInput, signal?: AbortSignal): Promise<NonNullable<PluginResults[N]>>;
  close(): void;
}

export type PluginFailureCode = "not_installed" | "bad_model" | "bad_audio" | "timed_out" | "crashed" | "refused";

/** Why a plug-in gave no result. The message is for the operator. */
export class PluginFailure extends Error {
  override readonly name = "PluginFailure";

  constructor(
    readonly code: PluginFailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
