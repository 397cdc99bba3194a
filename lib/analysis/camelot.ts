import { TONICS } from "./schema";

/** Fifths from C to each tonic, C = 0, G = 1, … F = 11. */
function fifthsFromC(tonic: (typeof TONICS)[number], mode: "major" | "minor"): number {
  const pitchClass = TONICS.indexOf(tonic);
  const relativeMajor = mode === "major" ? pitchClass : pitchClass + 3;
  return (relativeMajor * 7) % 12;
}

/** The Camelot wheel's name of a key: C major = 8B, A minor = 8A; a step of one is a fifth. */
export function camelot(tonic: (typeof TONICS)[number], mode: "major" | "minor"): string {
  return `${((fifthsFromC(tonic, mode) + 7) % 12) + 1}${mode === "major" ? "B" : "A"}`;
}

/** Open Key's name of a key: C major = 1d, A minor = 1m; a step of one is a fifth. */
export function openKey(tonic: (typeof TONICS)[number], mode: "major" | "minor"): string {
  return `${fifthsFromC(tonic, mode) + 1}${mode === "major" ? "d" : "m"}`;
}
