import type { Piece } from "./engine/piece";

/** What the analysis and its corrections say. The rest of a piece comes from its stored waveform and spectrogram. */
export type PieceFacts = Omit<Piece, "onsets" | "envelope" | "mel">;

/** What a picture of this piece must do without, as sentences. */
export function missingOf(piece: Piece): string[] {
  const isSilent = piece.envelope?.level.every((value) => value === 0);
  if (isSilent) return ["The sound is silent."];
  const missing: [isMissing: boolean, sentence: string][] = [
    [piece.beats.length < 2, "No beats were found."],
    [piece.key === null, "No key was found."],
    [piece.envelope === null, "The stored waveform could not be loaded."],
    [piece.mel === null, "There is no stored spectrogram: what is to come cannot be shown."],
  ];
  return missing.flatMap(([isMissing, sentence]) => (isMissing ? [sentence] : []));
}
