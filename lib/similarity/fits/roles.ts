import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { DRUMS, type Instrument } from "@/lib/analysis/record/values/instruments";
import { ROLES, type Role, type Roles } from "./schema";

/** What each instrument does, where it is not a drum. Effects and ambience do none of it. */
const OF_INSTRUMENT: Partial<Record<Instrument, Partial<Roles>>> = {
  bass: { bass: 1 },
  guitar: { harmony: 0.7, lead: 0.4 },
  piano: { harmony: 0.7, lead: 0.4 },
  organ: { harmony: 0.8, lead: 0.3 },
  strings: { harmony: 0.7, lead: 0.4 },
  synth: { harmony: 0.5, lead: 0.5 },
  mallet: { lead: 0.6, harmony: 0.4 },
  bell: { lead: 0.6, harmony: 0.4 },
  brass: { lead: 0.6, harmony: 0.4 },
  woodwind: { lead: 0.9 },
  voice: { lead: 0.9 },
  speech: { lead: 0.7 },
};

/** What only drums sound like. Other percussion is easily mistaken for a plucked note. */
const DRUM_KIT: ReadonlySet<Instrument> = new Set<Instrument>(["kick", "snare", "clap", "hi-hat", "cymbal"]);

/** Words that a person writes as a tag. */
const OF_TAG: Record<string, Role> = {
  ...{ drums: "drums", drum: "drums", beat: "drums", breakbeat: "drums", percussion: "drums", top: "drums" },
  ...{ bass: "bass", sub: "bass", bassline: "bass", "808": "bass" },
  ...{ chord: "harmony", chords: "harmony", pad: "harmony", pads: "harmony", keys: "harmony", strings: "harmony" },
  ...{ lead: "lead", melody: "lead", vocal: "lead", vocals: "lead", vox: "lead", arp: "lead", hook: "lead" },
};

/** Shares of the loudness below 200 Hz between which a pitched sound turns from no bass into one. */
const LOW_SHARES = [0.32, 0.5] as const;
/** Atonality between which something without a named instrument turns from a pitched sound into drums. */
const ATONAL = [0.35, 0.75] as const;

type RoleEvidence = Pick<AnalysisRecord, "instruments" | "atonality" | "pitch">;

/**
 * What a sound does in a piece, from the instruments that were heard, from its tags, and where neither says anything,
 * from whether it has a pitch and how low it is.
 *
 * @param tags as a person gave them, lower case
 * @param bands shares of the loudness by band, the lowest first
 */
export function rolesOf(record: RoleEvidence, tags: readonly string[], bands: readonly number[] | null): Roles {
  const roles: Roles = { drums: 0, bass: 0, harmony: 0, lead: 0 };
  const say = (role: Role, certainty: number) => {
    roles[role] = Math.max(roles[role], certainty);
  };
  const drumlike = rise(record.atonality ?? 0, ATONAL);
  for (const tag of tags) {
    const role = OF_TAG[tag] ?? (DRUMS.has(tag as Instrument) ? "drums" : undefined);
    if (role) say(role, 1);
  }
  for (const { label, confidence } of record.instruments ?? []) {
    if (DRUMS.has(label)) say("drums", confidence * (DRUM_KIT.has(label) ? 1 : 0.3 + 0.7 * drumlike));
    for (const [role, share] of Object.entries(OF_INSTRUMENT[label] ?? {})) say(role as Role, share * confidence);
  }
  const pitched = record.pitch ? 1 : 1 - drumlike;
  // A low sound with a pitch is a bass, whatever it is played on.
  if (roles.drums < 0.5) say("bass", pitched * rise(bands?.[0] ?? 0, LOW_SHARES));
  if (ROLES.every((role) => roles[role] < 0.2)) {
    say("drums", drumlike);
    say("harmony", 0.5 * pitched);
    say("lead", 0.5 * pitched);
  }
  return roles;
}

function rise(value: number, [from, to]: readonly [number, number]): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

/**
 * How much two of the same role are in each other's way. A piece has one bass and one beat, but chords and melodies are
 * layered, and it is hard to hear which of the two something is.
 */
const CLASH: Roles = { drums: 1, bass: 1, harmony: 0.3, lead: 0.3 };

/** How much two sounds are in each other's way: 0 = they do different things, 1 = both are the bass. Null if one does nothing. */
export function roleClash(a: Roles, b: Roles): number | null {
  const dot = (x: Roles, y: Roles, weights?: Roles) =>
    ROLES.reduce((sum, role) => sum + (weights?.[role] ?? 1) * x[role] * y[role], 0);
  const lengths = Math.sqrt(dot(a, a) * dot(b, b));
  return lengths > 0 ? Math.min(1, dot(a, b, CLASH) / lengths) : null;
}

/** The role that it does most clearly. Null if none. */
export function mainRole(roles: Roles): Role | null {
  const [first] = [...ROLES].sort((a, b) => roles[b] - roles[a]);
  return first && roles[first] > 0.2 ? first : null;
}
