import type { AnalysisFailureCode } from "./schema";

/** What a person is told: what happened and what to do about it, in words a musician uses. */
export const failureSentences: Record<AnalysisFailureCode, string> = {
  empty_file: "The file is empty. Export or copy it again.",
  not_audio: "This file contains no audio.",
  unsupported_format:
    "This audio format is not supported. Export it as WAV, AIFF, FLAC, MP3, Ogg Vorbis, Opus or M4A (AAC or Apple Lossless).",
  damaged_file: "The file is damaged and cannot be decoded. Export or copy it again.",
  no_samples: "The file has a header but contains no sound.",
  too_long:
    "The recording is too long to analyse. Split it into parts of at most 12 hours, or ten minutes if it is almost silent.",
  too_large: "The file is too large. Export it in a compressed format or split it.",
  too_many_channels: "The file has more than eight channels. Export a mix of up to 7.1.",
  bad_sample_rate: "The sample rate is not between 4 and 384 kHz. Export the file at 44.1 or 48 kHz.",
  out_of_memory: "The file needs far more memory than audio should. It is probably damaged: export it again.",
  timed_out: "The analysis did not finish in time. The file may be damaged: try again, or export it again.",
  decoder_crashed: "The decoder crashed on this file. It is probably damaged: try again, or export it again.",
  missing_file: "There is no file at this path.",
  unreadable_file: "The file cannot be opened. Check that it is a file and that you have permission to read it.",
  cancelled: "The analysis was stopped by an administrator. Your file has been kept: try again.",
  internal: "Something went wrong on our side while analysing this file. Try again.",
};

/** A stored code with its sentence. A code this version does not know only says that something went wrong. */
export function failureOf(code: string): { code: string; message: string } {
  const known = Object.hasOwn(failureSentences, code) ? (code as AnalysisFailureCode) : "internal";
  return { code, message: failureSentences[known] };
}

/** Why a file was not analysed. `detail` is for the log and is never shown to a person. */
export class AnalysisFailure extends Error {
  override readonly name = "AnalysisFailure";

  constructor(
    readonly code: AnalysisFailureCode,
    readonly detail?: string,
    options?: { cause?: unknown },
  ) {
    super(failureSentences[code], options);
  }
}

/** Translates a system error from opening a file; unknown errors become `unreadable_file`. */
export function fileFailure(error: unknown): AnalysisFailure {
  const code = (error as NodeJS.ErrnoException).code;
  const missing =
    code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG" || code === "ERR_INVALID_ARG_VALUE";
  return new AnalysisFailure(missing ? "missing_file" : "unreadable_file", code, { cause: error });
}
