import type { AnalysisFailureCode } from "./schema";

/** What a person is told: what happened and what to do, in the words of someone who makes music. */
export const failureSentences: Record<AnalysisFailureCode, string> = {
  empty_file: "The file is empty. Export or copy it again.",
  not_audio: "This is not an audio file, whatever its name says.",
  unsupported_format:
    "This kind of audio cannot be read here. Export it as WAV, AIFF, FLAC, MP3, Ogg Vorbis, Opus or M4A (AAC or Apple Lossless).",
  damaged_file: "The file is damaged and cannot be decoded. Export or copy it again.",
  no_samples: "The file has a header but no sound in it.",
  too_long:
    "The recording is too long to analyse. Split it into parts of at most 12 hours, or of ten minutes where it is all but silent.",
  too_large: "The file is too large. Export it in a compressed format or split it.",
  too_many_channels: "The file has more than eight channels. Export a mix of up to 7.1.",
  bad_sample_rate: "The sample rate is outside 4 to 384 kHz. Export it at 44.1 or 48 kHz.",
  out_of_memory: "The file needs far more memory than audio should. It is probably damaged; export it again.",
  timed_out: "The analysis did not finish in time. The file is probably damaged; try again or export it again.",
  decoder_crashed: "The decoder broke down on this file. It is probably damaged; try again or export it again.",
  missing_file: "There is no file at this path.",
  unreadable_file: "The file cannot be opened. Check that it is a file and that you may read it.",
  cancelled: "The analysis was stopped by your administrator. Your file is kept: try again.",
  internal: "Something went wrong on our side while analysing this file. Try again.",
};

/** A stored code with its sentence; a code of another version says no more than that something went wrong. */
export function failureOf(code: string): { code: string; message: string } {
  const known = Object.hasOwn(failureSentences, code) ? (code as AnalysisFailureCode) : "internal";
  return { code, message: failureSentences[known] };
}

/** Why one file was not analysed. `detail` is for the log, never for a person. */
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

/** Reads an operating-system error of opening a file; anything unknown is `unreadable_file`. */
export function fileFailure(error: unknown): AnalysisFailure {
  const code = (error as NodeJS.ErrnoException).code;
  const missing =
    code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG" || code === "ERR_INVALID_ARG_VALUE";
  return new AnalysisFailure(missing ? "missing_file" : "unreadable_file", code, { cause: error });
}
