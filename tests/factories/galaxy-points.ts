import type postgres from "postgres";
import { type GalaxyPoints, NO_BPM, NO_KEY } from "@/lib/galaxy/schema";
import type { LibraryRow } from "@/lib/library/schema";

/** The same numbers for the same seed, 0 … 1. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A family of sounds: where it is, how it is stretched, and what is common in it. */
interface Family {
  text: string;
  middle: readonly [number, number, number];
  spread: readonly [number, number, number];
  share: number;
  kind: number;
  bpm: number;
  key: number;
}

const FAMILIES: readonly Family[] = [
  {
    text: "kick · punchy",
    middle: [-0.62, -0.18, 0.2],
    spread: [0.1, 0.12, 0.09],
    share: 0.15,
    kind: 1,
    bpm: 0,
    key: -1,
  },
  {
    text: "snare · bright",
    middle: [-0.4, 0.28, 0.34],
    spread: [0.13, 0.07, 0.1],
    share: 0.12,
    kind: 1,
    bpm: 0,
    key: -1,
  },
  { text: "hi-hat", middle: [-0.16, 0.6, 0.05], spread: [0.09, 0.06, 0.14], share: 0.1, kind: 1, bpm: 0, key: -1 },
  { text: "bass · dark", middle: [0.1, -0.56, -0.2], spread: [0.2, 0.06, 0.1], share: 0.11, kind: 1, bpm: 0, key: 21 },
  {
    text: "drum loop · 120–128",
    middle: [0.02, 0.1, 0.62],
    spread: [0.17, 0.11, 0.08],
    share: 0.14,
    kind: 2,
    bpm: 124,
    key: -1,
  },
  { text: "pad · slow", middle: [0.6, -0.1, 0.12], spread: [0.12, 0.16, 0.12], share: 0.12, kind: 2, bpm: 86, key: 16 },
  { text: "vocal", middle: [0.5, 0.42, -0.38], spread: [0.09, 0.1, 0.13], share: 0.09, kind: 2, bpm: 102, key: 7 },
  {
    text: "track · house",
    middle: [0.2, 0.08, -0.66],
    spread: [0.14, 0.08, 0.09],
    share: 0.05,
    kind: 3,
    bpm: 126,
    key: 19,
  },
  {
    text: "percussion · dry",
    middle: [-0.52, -0.4, -0.42],
    spread: [0.12, 0.15, 0.12],
    share: 0.12,
    kind: 1,
    bpm: 0,
    key: -1,
  },
];

export interface MadeGalaxy {
  points: GalaxyPoints;
  labels: {
    tags: string[];
    regions: { x: number; y: number; z: number; text: string; count: number }[];
    missing: number;
    layout: number;
    isLayingOut: boolean;
  };
}

/** A library of families of sounds, with bridges between them, as a real layout has. */
export function madeGalaxy(count: number): MadeGalaxy {
  const chance = chanceOf(11);
  const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  const points: GalaxyPoints = {
    count,
    layout: 1,
    ids: Uint8Array.from({ length: count * 16 }, () => Math.floor(chance() * 256)),
    positions: new Float32Array(count * 3),
    bpmTenths: new Uint16Array(count),
    keys: new Uint8Array(count),
    kinds: new Uint8Array(count),
    tags: new Uint8Array(count),
  };
  // As ids of version 7.
  for (let at = 0; at < points.ids.length; at += 16) {
    points.ids[at + 6] = 0x70 | ((points.ids[at + 6] ?? 0) & 15);
    points.ids[at + 8] = 0x80 | ((points.ids[at + 8] ?? 0) & 63);
  }
  const counts = FAMILIES.map(() => 0);
  for (let index = 0; index < count; index++) {
    let at = 0;
    for (let left = chance(); at < FAMILIES.length - 1 && left > (FAMILIES[at]?.share ?? 0); at++)
      left -= FAMILIES[at]?.share ?? 0;
    const family = FAMILIES[at] as Family;
    const other = FAMILIES[(at + 1 + Math.floor(chance() * 3)) % FAMILIES.length] as Family;
    // A tenth lies on the way to another family.
    const way = chance() < 0.1 ? chance() : 0;
    const width = way > 0 ? 0.35 : 1;
    for (const axis of [0, 1, 2] as const) {
      const middle = family.middle[axis] + (other.middle[axis] - family.middle[axis]) * way;
      points.positions[index * 3 + axis] = Math.max(-1, Math.min(1, middle + normal() * family.spread[axis] * width));
    }
    points.kinds[index] = chance() < 0.92 ? family.kind : Math.floor(chance() * 4);
    points.bpmTenths[index] = family.bpm === 0 ? NO_BPM : Math.round(10 * (family.bpm + normal() * 9));
    points.keys[index] = family.key < 0 ? NO_KEY : (family.key + (chance() < 0.5 ? 0 : 7)) % 24;
    points.tags[index] = chance() < 0.85 ? at : 255;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return {
    points,
    labels: {
      tags: FAMILIES.map(({ text }) => text.split(" · ")[0] ?? ""),
      regions: FAMILIES.map(({ middle: [x, y, z], text }, at) => ({ x, y, z, text, count: counts[at] ?? 0 })),
      ...{ missing: 0, layout: 1, isLayingOut: false },
    },
  };
}

/** A row of such a library, as `GET /library/rows` answers it. */
export function madeRow(id: string): LibraryRow {
  const number = Number.parseInt(id.slice(0, 8), 16);
  const family = FAMILIES[number % FAMILIES.length] as Family;
  const kind = (["loop", "one-shot", "loop", "track"] as const)[family.kind] ?? "loop";
  return {
    ...{
      id,
      fileName: `${family.text.split(" ·")[0]} ${number % 1000}.wav`,
      folderPath: "",
      status: "completed" as const,
    },
    ...{ failure: null, sizeBytes: 20_000, isFavourite: false, createdAt: "2026-11-30T10:00:00.000Z" },
    ...{ durationSeconds: 0.3 + (number % 40) / 10, kind, kindConfidence: 0.9, note: null, noteConfidence: null },
    ...{ bpm: family.bpm || null, bpmConfidence: family.bpm ? 0.9 : null },
    ...{ keyTonic: family.key < 0 ? null : family.key % 12, keyMode: family.key < 0 ? null : ("minor" as const) },
    ...{ keyConfidence: family.key < 0 ? null : 0.8, corrected: [], tags: [], ownTags: [], instruments: [] },
    ...{ integratedLufs: -14, ungatedLufs: null, licence: null, aiTraining: null },
    ...{ title: null, artist: null, coverUrl: null, overview: null },
  };
}

/** Writes places as a layout does: of made samples, which have no sound that could be laid out, and of the real ones. */
export async function writePlaces(sql: postgres.Sql, ownerId: string, ids: readonly string[]): Promise<void> {
  const { positions } = madeGalaxy(ids.length).points;
  const places = ids.map((id, at) => ({
    id,
    x: positions[at * 3],
    y: positions[at * 3 + 1],
    z: positions[at * 3 + 2],
  }));
  await sql.begin(async (tx) => {
    await tx`insert into galaxies (owner_id, layout) values (${ownerId}, 7)
      on conflict (owner_id) do update set layout = 7, changed_at = null, layout_wanted_at = null`;
    await tx`delete from galaxy_points where owner_id = ${ownerId}`;
    await tx`insert into galaxy_points (sample_id, owner_id, x, y, z, sound, is_added)
      select id, ${ownerId}, x, y, z, 1, false
      from jsonb_to_recordset(${tx.json(places as never)}) as made (id uuid, x real, y real, z real)`;
    await tx`insert into galaxy_points (sample_id, owner_id, x, y, z, sound, is_added)
      select sample_id, owner_id, 0.1, 0, 0.05 * row_number() over (), ('x' || left(md5(vector), 8))::bit(32)::int, false
      from search_vectors where owner_id = ${ownerId}`;
  });
}
