import type postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { ANALYSER_VERSION } from "@/lib/analysis/record/constants";
import { LOOP_RECORD } from "./analysed-sample";

const FOLDERS = ["Drums/Kicks", "Drums/Snares", "Drums/Hats", "Bass", "Pads/Dark", "Loops/Tops", "Vocals"] as const;
const NAMES = ["Kick", "Snare", "Hat", "Bass", "Pad", "Top Loop", "Vocal"] as const;
const TAGS = ["punchy", "dark", "bright", "warm", "slow", "fast", "dry", "wet"] as const;
const KINDS = ["one-shot", "one-shot", "one-shot", "loop", "loop", "loop", "track"] as const;
const ROWS_AT_ONCE = 1000;

export interface LargeLibraryOptions {
  /** An object in storage that every sample plays. Without one none can be heard. */
  objectKey?: string;
}

/** The name of the sample that was added `index` samples after the first. */
export const nameOfSample = (index: number): string =>
  `${NAMES[index % NAMES.length]} ${String(index).padStart(5, "0")}.wav`;

/** A short waveform that rises, falls and rings, another for each sample. */
function overviewOf(index: number): string {
  const levels = Array.from({ length: 96 }, (_, at) => {
    const decay = Math.exp((-at * (1 + (index % 7))) / 60);
    return Math.round(255 * decay * (0.55 + 0.45 * Math.abs(Math.sin(at * (0.3 + (index % 11) / 10)))));
  });
  return Buffer.from(levels).toString("base64");
}

const sampleOf = (index: number, firstMs: number) => ({
  id: uuidv7(),
  fileName: nameOfSample(index),
  folderPath: FOLDERS[index % FOLDERS.length],
  createdAt: new Date(firstMs + index * 1000).toISOString(),
  isFavourite: index % 25 === 0,
  sha256: index.toString(16).padStart(64, "0"),
  sizeBytes: 20_000 + ((index * 7919) % 900_000),
  seconds: 0.2 + (index % 40) / 8,
  bpm: index % 7 < 3 ? null : 80 + (index % 60),
  keyTonic: index % 7 < 3 ? null : index % 12,
  keyMode: index % 7 < 3 ? null : index % 2 === 0 ? "minor" : "major",
  kind: KINDS[index % KINDS.length],
  confidence: index % 10 === 0 ? 0.3 : 0.9,
  tags: [TAGS[index % TAGS.length], TAGS[(index * 3 + 1) % TAGS.length]].filter(
    (tag, at, all) => all.indexOf(tag) === at,
  ),
  lufs: -24 + (index % 18),
  overview: overviewOf(index),
  instruments: index % 3 === 0 ? ["piano"] : [],
});

/**
 * Writes a library of analysed samples, the last the newest, without the pipeline and without files of their own. The
 * indexer finds them as it finds all others.
 */
export async function writeLargeLibrary(
  sql: postgres.Sql,
  ownerId: string,
  count: number,
  { objectKey }: LargeLibraryOptions = {},
): Promise<string[]> {
  const firstMs = Date.now() - count * 1000;
  const all = Array.from({ length: count }, (_, index) => sampleOf(index, firstMs));
  for (let start = 0; start < count; start += ROWS_AT_ONCE) {
    const rows = sql.json(all.slice(start, start + ROWS_AT_ONCE) as never);
    await sql.begin(async (tx) => {
      await tx`
        insert into samples (id, owner_id, file_name, folder_path, status, object_key, size_bytes, sha256, declared_type,
          created_at, favourited_at)
        select id, ${ownerId}, "fileName", "folderPath", 'completed', ${objectKey ?? null}, "sizeBytes", sha256,
          'audio/wav', "createdAt", case when "isFavourite" then now() end
        from jsonb_to_recordset(${rows}) as made (id uuid, "fileName" text, "folderPath" text, "sizeBytes" bigint,
          sha256 text, "createdAt" timestamptz, "isFavourite" boolean)`;
      await tx`
        insert into analyses (sample_id, sha256, analyser_version, record, duration_seconds, bpm, bpm_confidence,
          key_tonic, key_mode, key_confidence, kind, kind_confidence, tags, integrated_lufs, overview, instruments,
          peaks_key, spectrogram_key, words_version, analysis_seconds)
        select id, sha256, ${ANALYSER_VERSION}, ${tx.json(LOOP_RECORD as never)}, seconds, bpm,
          case when bpm is not null then confidence end, "keyTonic", "keyMode",
          case when "keyTonic" is not null then confidence end, kind, confidence, tags, lufs, overview, instruments,
          'peaks', 'spectrogram', 1, 1
        from jsonb_to_recordset(${rows}) as made (id uuid, sha256 text, seconds float8, bpm float8, confidence float8,
          "keyTonic" int, "keyMode" text, kind text, tags text[], lufs float8, overview text, instruments text[])`;
    });
  }
  return all.map(({ id }) => id);
}
