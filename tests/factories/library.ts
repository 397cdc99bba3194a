import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { v7 as uuidv7 } from "uuid";

/** What of a sample a test wants to be there. Everything else has a value that says nothing. */
export interface WantedSample {
  fileName: string;
  folderPath?: string;
  bpm?: number | null;
  bpmConfidence?: number;
  key?: [tonic: number, mode: "major" | "minor"] | null;
  kind?: "one-shot" | "loop" | "track" | null;
  seconds?: number;
  lufs?: number | null;
  tags?: string[];
  /** Parts of the analysis record. */
  record?: object;
}

/** Writes analysed samples without files. Returns their ids in the order given; each is newer than the one before. */
export async function writeSamples(
  sql: postgres.Sql,
  ownerId: string,
  wanted: readonly WantedSample[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const { fileName, folderPath = "", bpm = null, key = null, kind = null, tags = [], ...rest } of wanted) {
    const { seconds = 1, lufs = -12, bpmConfidence = 0.9, record = {} } = rest;
    const [id, sha256] = [uuidv7(), randomUUID().replaceAll("-", "").padEnd(64, "0")];
    await sql.begin(async (tx) => {
      await tx`
        insert into samples (id, owner_id, file_name, folder_path, status, size_bytes, sha256, declared_type, created_at)
        values (${id}, ${ownerId}, ${fileName}, ${folderPath}, 'completed', 1000, ${sha256}, 'audio/wav', clock_timestamp())`;
      await tx`
        insert into analyses (sample_id, sha256, analyser_version, record, duration_seconds, bpm, bpm_confidence, key_tonic,
          key_mode, key_confidence, kind, kind_confidence, tags, integrated_lufs, peaks_key, spectrogram_key, analysis_seconds)
        values (${id}, ${sha256}, '1.6.0', ${tx.json(record as postgres.JSONValue)}, ${seconds}, ${bpm},
          ${bpm === null ? null : bpmConfidence}, ${key?.[0] ?? null}, ${key?.[1] ?? null}, ${key ? 0.9 : null}, ${kind},
          ${kind && 0.9}, ${tags}, ${lufs}, 'peaks', 'spectrogram', 1)`;
    });
    ids.push(id);
  }
  return ids;
}
