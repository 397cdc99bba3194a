import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { bandShares } from "./band-shares";
import { rolesOf } from "./roles";
import type { FitFacts } from "./schema";

/** The part of a record that facts are made of. */
export type FitRecord = Pick<
  AnalysisRecord,
  "durationSeconds" | "tempo" | "key" | "kind" | "meter" | "instruments" | "atonality" | "pitch"
> & {
  rhythm: Pick<NonNullable<AnalysisRecord["rhythm"]>, "loopBars"> | null;
  spectral: Pick<NonNullable<AnalysisRecord["spectral"]>, "mfcc"> | null;
};

/** What counts instead of what was measured. A value that is there is sure. */
export type Corrected = Partial<Pick<FitFacts, "bpm" | "key" | "kind">> & { tags?: readonly string[] };

/** What decides with what a sound fits, from its record and what its owner knows better. */
export function fitFacts(record: FitRecord, corrected: Corrected = {}): FitFacts {
  const { tempo, key, kind, meter, rhythm, spectral } = record;
  const bands = spectral && bandShares(spectral.mfcc);
  return {
    kind: corrected.kind === undefined ? (kind?.label ?? null) : corrected.kind,
    seconds: record.durationSeconds,
    bpm: corrected.bpm === undefined ? (tempo?.bpm ?? null) : corrected.bpm,
    bpmConfidence: corrected.bpm === undefined ? (tempo?.confidence ?? 0) : 1,
    key: corrected.key === undefined ? key && { tonic: key.tonic, mode: key.mode } : corrected.key,
    keyConfidence: corrected.key === undefined ? (key?.signatureConfidence ?? key?.confidence ?? 0) : 1,
    beatsPerBar: meter?.beatsPerBar ?? null,
    loopBars: rhythm?.loopBars ?? null,
    roles: rolesOf(record, corrected.tags ?? [], bands),
    bands,
  };
}
