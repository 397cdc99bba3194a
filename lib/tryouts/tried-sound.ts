import type { AnalysisRecord } from "@/lib/analysis/record/schema";

/** What was measured in a file that nobody keeps. */
export interface TriedSound {
  /** Without what only a library needs: the vector that sounds are compared by, and the fingerprint. */
  record: AnalysisRecord;
  /** One level of the waveform, as `peaks-format` writes it, in base64. */
  peaks: string;
}

/** A refusal, as RFC 9457 has it. */
export interface TryoutProblem {
  status: number;
  code: string;
  title: string;
  detail?: string | undefined;
  /** What is wrong with the file, as samples say it. */
  failure?: string | undefined;
  retryAfterSeconds?: number | undefined;
}

/** One line of an answer that says what happens on the way. The last one has the sound or the problem. */
export type TryoutLine =
  | { phase: "waiting" | "decoding" | "finishing"; fraction: number | null }
  | { data: TriedSound }
  | { problem: TryoutProblem };
