import type { Text } from "@/lib/language/text";
import type { Piece } from "./engine/piece";
import { clock } from "./engine/words";

/** What the analysis and its corrections say. The rest of a piece comes from its stored waveform and spectrogram. */
export type PieceFacts = Omit<Piece, "onsets" | "envelope" | "mel">;

/** An end without beats that is worth a note. */
const BEATLESS_SECONDS = 60;

/** What a picture of this piece must do without, as sentences. */
export function missingOf(piece: Piece, t: Text): string[] {
  const isSilent = piece.envelope?.level.every((value) => value === 0);
  if (isSilent) return [t("The sound is silent.")];
  const missing: [isMissing: boolean, sentence: string][] = [
    [piece.beats.length < 2, t("No beats were found.")],
    [endsLongBefore(piece), t("The last beat was found at {time}.", { time: clock(piece.beats.at(-1) ?? 0, t) })],
    [piece.key === null, t("No key was found.")],
    [piece.envelope === null, t("The stored waveform could not be loaded.")],
    [piece.mel === null, t("There is no stored spectrogram: what is to come cannot be shown.")],
  ];
  return missing.flatMap(([isMissing, sentence]) => (isMissing ? [sentence] : []));
}

/** Of very long recordings, only the beginning is searched for beats. */
const endsLongBefore = ({ beats, durationSeconds }: Piece) =>
  beats.length >= 2 && durationSeconds - (beats.at(-1) ?? 0) > BEATLESS_SECONDS;
