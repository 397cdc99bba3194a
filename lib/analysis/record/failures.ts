import { msg } from "@/lib/language/text";
import { type FoundFormat, foundFormatSentences, isFoundFormat } from "./found-formats";
import type { AnalysisFailureCode } from "./schema";

/** What a person is told: what happened and what to do about it, in words a musician uses. */
export const failureSentences: Record<AnalysisFailureCode, string> = {
  empty_file: msg("The file is empty. Export or copy it again."),
  not_audio: msg("This file contains no audio."),
  unsupported_format: msg(
    "This audio format cannot be read. Export it as WAV, AIFF, FLAC, MP3, Ogg Vorbis, Opus or M4A (AAC or Apple Lossless).",
  ),
  damaged_file: msg("The file is damaged and cannot be decoded. Export or copy it again."),
  no_samples: msg("The file has a header but contains no sound."),
  too_long: msg(
    "The recording is too long to analyse. Split it into parts of at most 12 hours, or ten minutes if it is almost silent.",
  ),
  too_large: msg("The file is too large. Export it in a compressed format or split it."),
  too_many_channels: msg("The file has more than eight channels. Export a mix of up to 7.1."),
  bad_sample_rate: msg("The sample rate is not between 4 and 384 kHz. Export the file at 44.1 or 48 kHz."),
  out_of_memory: msg("The file needs far more memory than audio should. It is probably damaged: export it again."),
  timed_out: msg("The analysis did not finish in time. The file may be damaged: try again, or export it again."),
  decoder_crashed: msg("The decoder crashed on this file. It is probably damaged: try again, or export it again."),
  missing_file: msg("There is no file at this path."),
  unreadable_file: msg("The file cannot be opened. Check that it is a file and that you have permission to read it."),
  cancelled: msg("The analysis was stopped before it was done. Your file has been kept: try again."),
  internal: msg("Something went wrong on our side while analysing this file. Try again."),
};

const SEPARATOR = ": ";

/** Why a file is refused: a code and, if it is known, what the file turned out to be. */
export interface Refusal {
  code: AnalysisFailureCode;
  found?: FoundFormat | undefined;
}

/** What is stored for a refusal. */
export function storedFailure({ code, found }: Refusal): string {
  return found ? code + SEPARATOR + found : code;
}

/** A stored failure with its sentence. One that this version does not know only says that something went wrong. */
export function failureOf(stored: string): { code: string; message: string } {
  const [code = "", name] = stored.split(SEPARATOR, 2);
  const known = Object.hasOwn(failureSentences, code) ? (code as AnalysisFailureCode) : "internal";
  return { code, message: sentenceOf(known, isFoundFormat(name) ? name : undefined) };
}

function sentenceOf(code: AnalysisFailureCode, found: FoundFormat | undefined): string {
  return found ? foundFormatSentences[found] : failureSentences[code];
}

/** Why a file was not analysed. `detail` is for the log and is never shown to a person. */
export class AnalysisFailure extends Error {
  override readonly name = "AnalysisFailure";
  /** What the file turned out to be, if that is why. */
  readonly found: FoundFormat | undefined;

  constructor(
    readonly code: AnalysisFailureCode,
    readonly detail?: string,
    { found, ...options }: { cause?: unknown; found?: FoundFormat | undefined } = {},
  ) {
    super(sentenceOf(code, found), options);
    this.found = found;
  }
}

/** A file of a known kind that is not read. */
export function unsupported(found: FoundFormat, detail?: string): AnalysisFailure {
  return new AnalysisFailure("unsupported_format", detail ?? found, { found });
}

/** Translates a system error from opening a file; unknown errors become `unreadable_file`. */
export function fileFailure(error: unknown): AnalysisFailure {
  const code = (error as NodeJS.ErrnoException).code;
  const missing =
    code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG" || code === "ERR_INVALID_ARG_VALUE";
  return new AnalysisFailure(missing ? "missing_file" : "unreadable_file", code, { cause: error });
}
