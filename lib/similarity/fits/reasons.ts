import { msg } from "@/lib/language/text";
import { formatBpm, formatCamelot, formatDecimal, formatKey, formatPercent } from "@/lib/music/notation";
import type { KeyFit } from "./key-fit";
import { MOVED_DOWN, MOVED_UP, TIES } from "./key-texts";
import { mainRole } from "./roles";
import type { FitFacts, FitReason, Role } from "./schema";
import type { TempoFit } from "./tempo-fit";

/** The first stands beside the second. */
const BESIDE: Record<Role, Record<Role, string>> = {
  drums: {
    drums: msg("Drums as well"),
    bass: msg("Drums beside bass"),
    harmony: msg("Drums beside chords"),
    lead: msg("Drums beside lead"),
  },
  bass: {
    drums: msg("Bass beside drums"),
    bass: msg("Bass as well"),
    harmony: msg("Bass beside chords"),
    lead: msg("Bass beside lead"),
  },
  harmony: {
    drums: msg("Chords beside drums"),
    bass: msg("Chords beside bass"),
    harmony: msg("Chords as well"),
    lead: msg("Chords beside lead"),
  },
  lead: {
    drums: msg("Lead beside drums"),
    bass: msg("Lead beside bass"),
    harmony: msg("Lead beside chords"),
    lead: msg("Lead as well"),
  },
};

/** What is said of the keys. Null where one of them has no key because of nothing that is known. */
export function keyReason(score: number, sound: FitFacts, candidate: FitFacts, fit: KeyFit | null): FitReason | null {
  if (!sound.key) return null;
  if (!candidate.key) {
    return mainRole(candidate.roles) === "drums"
      ? { part: "key", score, text: msg("Drums have no key to clash") }
      : null;
  }
  const name = { key: formatKey(candidate.key), camelot: formatCamelot(candidate.key) };
  if (!fit) return { part: "key", score, text: msg`Perhaps another key: ${name.key} (${name.camelot})` };
  if (fit.semitones === 0) return { part: "key", score, text: TIES[fit.tie](name) };
  const moved = fit.semitones > 0 ? MOVED_UP : MOVED_DOWN;
  return { part: "key", score, text: moved[fit.tie](name, Math.abs(fit.semitones)) };
}

export function tempoReason(
  score: number,
  sound: FitFacts,
  candidate: FitFacts,
  fit: TempoFit | null,
): FitReason | null {
  if (!sound.bpm || !candidate.bpm) return null;
  const bpm = formatBpm(candidate.bpm);
  if (!fit) return { part: "tempo", score, text: msg`Perhaps another tempo: ${bpm} BPM` };
  return { part: "tempo", score, text: tempoText(bpm, fit) };
}

function tempoText(bpm: string, { ratio, stretch }: TempoFit): string {
  const percent = formatDecimal(Math.abs(stretch) * 100, 1);
  if (percent === "0.0") {
    if (ratio === 1) return msg`Same tempo: ${bpm} BPM`;
    return ratio === 2 ? msg`${bpm} BPM, double the tempo` : msg`${bpm} BPM, half the tempo`;
  }
  const isFaster = stretch > 0;
  if (ratio === 1) {
    return isFaster
      ? msg`${bpm} BPM, to be played ${percent}% faster`
      : msg`${bpm} BPM, to be played ${percent}% slower`;
  }
  if (ratio === 2) {
    return isFaster
      ? msg`${bpm} BPM, double the tempo, to be played ${percent}% faster`
      : msg`${bpm} BPM, double the tempo, to be played ${percent}% slower`;
  }
  return isFaster
    ? msg`${bpm} BPM, half the tempo, to be played ${percent}% faster`
    : msg`${bpm} BPM, half the tempo, to be played ${percent}% slower`;
}

export function roleReason(score: number, sound: FitFacts, candidate: FitFacts): FitReason | null {
  const [own, other] = [mainRole(sound.roles), mainRole(candidate.roles)];
  if (!own || !other) return null;
  return { part: "role", score, text: BESIDE[other][own] };
}

export function roomReason(score: number, shared: number | null): FitReason | null {
  if (shared === null) return null;
  return { part: "room", score, text: msg`${formatPercent(shared)} of their loudness lies in the same bands` };
}

export function formReason(score: number, sound: FitFacts, candidate: FitFacts): FitReason | null {
  if (sound.beatsPerBar !== null && candidate.beatsPerBar !== null && sound.beatsPerBar !== candidate.beatsPerBar) {
    return { part: "form", score, text: msg`Another metre: ${candidate.beatsPerBar} beats in a bar` };
  }
  if (sound.loopBars === null || candidate.loopBars === null) return null;
  return { part: "form", score, text: barsText(candidate.loopBars, sound.loopBars) };
}

function barsText(other: number, own: number): string {
  if (other === 1) return own === 1 ? msg("1 bar beside 1 bar") : msg`1 bar beside ${own} bars`;
  return own === 1 ? msg`${other} bars beside 1 bar` : msg`${other} bars beside ${own} bars`;
}
