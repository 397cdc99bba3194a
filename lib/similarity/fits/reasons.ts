import { counted } from "@/lib/format/count";
import { formatBpm, formatCamelot, formatDecimal, formatKey, formatPercent } from "@/lib/music/notation";
import type { KeyFit, KeyTie } from "./key-fit";
import { mainRole } from "./roles";
import type { FitFacts, FitReason, Role } from "./schema";
import type { TempoFit } from "./tempo-fit";

const TIES: Record<KeyTie, string> = { same: "Same key", relative: "Relative key", neighbour: "Neighbouring key" };
const NAMES: Record<Role, string> = { drums: "Drums", bass: "Bass", harmony: "Chords", lead: "Lead" };

/** What is said of the keys. Null where one of them has no key because of nothing that is known. */
export function keyReason(score: number, sound: FitFacts, candidate: FitFacts, fit: KeyFit | null): FitReason | null {
  if (!sound.key) return null;
  if (!candidate.key) {
    return mainRole(candidate.roles) === "drums" ? { part: "key", score, text: "Drums have no key to clash" } : null;
  }
  const name = `${formatKey(candidate.key)} (${formatCamelot(candidate.key)})`;
  if (!fit) return { part: "key", score, text: `Perhaps another key: ${name}` };
  const tie = `${TIES[fit.tie]}: ${name}`;
  if (fit.semitones === 0) return { part: "key", score, text: tie };
  const way = fit.semitones > 0 ? "up" : "down";
  return { part: "key", score, text: `${tie}, moved ${way} by ${counted(Math.abs(fit.semitones), "semitone")}` };
}

export function tempoReason(
  score: number,
  sound: FitFacts,
  candidate: FitFacts,
  fit: TempoFit | null,
): FitReason | null {
  if (!sound.bpm || !candidate.bpm) return null;
  const name = `${formatBpm(candidate.bpm)} BPM`;
  if (!fit) return { part: "tempo", score, text: `Perhaps another tempo: ${name}` };
  const count = fit.ratio === 1 ? name : `${name}, ${fit.ratio === 2 ? "double" : "half"} the tempo`;
  const percent = formatDecimal(Math.abs(fit.stretch) * 100, 1);
  if (percent === "0.0") return { part: "tempo", score, text: fit.ratio === 1 ? `Same tempo: ${name}` : count };
  return { part: "tempo", score, text: `${count}, to be played ${percent}% ${fit.stretch > 0 ? "faster" : "slower"}` };
}

export function roleReason(score: number, sound: FitFacts, candidate: FitFacts): FitReason | null {
  const [own, other] = [mainRole(sound.roles), mainRole(candidate.roles)];
  if (!own || !other) return null;
  if (own === other) return { part: "role", score, text: `${NAMES[other]} as well` };
  return { part: "role", score, text: `${NAMES[other]} beside ${NAMES[own].toLowerCase()}` };
}

export function roomReason(score: number, shared: number | null): FitReason | null {
  if (shared === null) return null;
  return { part: "room", score, text: `${formatPercent(shared)} of their loudness lies in the same bands` };
}

export function formReason(score: number, sound: FitFacts, candidate: FitFacts): FitReason | null {
  if (sound.beatsPerBar !== null && candidate.beatsPerBar !== null && sound.beatsPerBar !== candidate.beatsPerBar) {
    return { part: "form", score, text: `Another metre: ${candidate.beatsPerBar} beats in a bar` };
  }
  if (sound.loopBars === null || candidate.loopBars === null) return null;
  return {
    part: "form",
    score,
    text: `${counted(candidate.loopBars, "bar")} beside ${counted(sound.loopBars, "bar")}`,
  };
}
