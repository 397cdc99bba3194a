import { createHash, randomUUID } from "node:crypto";
import type postgres from "postgres";
import { ANALYSER_VERSION } from "@/lib/analysis/record/constants";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Person } from "./backend";

const SECONDS = 8;

/** A loop at 70 BPM in A minor, as a record has it. */
export const LOOP_RECORD: AnalysisRecord = {
  analyserVersion: ANALYSER_VERSION,
  durationSeconds: SECONDS,
  sampleRateHz: 44_100,
  channels: 2,
  container: "wav",
  codec: "pcm",
  tempo: { bpm: 70, confidence: 0.6, alternatives: [] },
  meter: { beatsPerBar: 4, beatUnit: 4, confidence: 0.9 },
  beats: [0],
  downbeats: [0],
  key: { tonic: "A", mode: "minor", confidence: 0.8, camelot: "8A", openKey: "1m", alternatives: [] },
  keyChanges: [],
  chords: [],
  tuning: { cents: 0, confidence: 0.8 },
  atonality: 0.1,
  loudness: {
    integratedLufs: -9.04,
    rangeLu: 3,
    shortTermMaxLufs: -8,
    momentaryMaxLufs: -7,
    truePeakDbtp: null,
    samplePeakDbfs: null,
    rmsDbfs: null,
    crestDb: null,
    clippingRuns: 0,
    dcOffset: 0,
    headSilenceSeconds: 0,
    tailSilenceSeconds: 0,
    confidence: 1,
  },
  spectral: null,
  timbre: null,
  rhythm: null,
  stereo: null,
  perceptual: null,
  kind: { label: "loop", confidence: 0.9 },
  pitch: null,
  sections: [],
  instruments: [{ label: "piano", confidence: 0.8 }],
  genres: [{ label: "house", confidence: 0.7 }],
  moods: null,
  embedding: null,
  fingerprint: null,
  description: "A loop.",
  tags: ["loop", "piano", "house", "slow", "minor"],
  notApplicable: {},
};

/** A sample of this person that is analysed, without a file: as `LOOP_RECORD` but for these values. */
export async function analysedSample(
  sql: postgres.Sql,
  person: Person,
  change: { fileName?: string; record?: Partial<AnalysisRecord>; note?: string } = {},
): Promise<string> {
  const { fileName = "riff.wav", note = null } = change;
  const record = { ...LOOP_RECORD, ...change.record };
  const id = randomUUID();
  const sha256 = createHash("sha256").update(id).digest("hex");
  await sql`
    insert into samples (id, owner_id, file_name, status, size_bytes, sha256, declared_type)
    values (${id}, ${person.userId}, ${fileName}, 'completed', 1000, ${sha256}, 'audio/wav')`;
  await sql`insert into analyses ${sql({
    ...{ sample_id: id, sha256, analyser_version: record.analyserVersion, record: sql.json(record) },
    ...{ duration_seconds: record.durationSeconds, integrated_lufs: record.loudness.integratedLufs },
    ...{ bpm: record.tempo?.bpm ?? null, bpm_confidence: record.tempo?.confidence ?? null },
    ...{ key_tonic: record.key ? 9 : null, key_mode: record.key?.mode ?? null },
    ...{ key_confidence: record.key?.confidence ?? null, note, note_confidence: note && 0.9 },
    ...{ kind: record.kind?.label ?? null, kind_confidence: record.kind?.confidence ?? null },
    ...{ tags: record.tags, words_version: 1, analysis_seconds: 1 },
    ...{ peaks_key: `artefacts/${sha256}/peaks`, spectrogram_key: `artefacts/${sha256}/spectrogram` },
  })}`;
  return id;
}
