import type { AnalysisRecord, Loudness, MusicalKey, Tempo } from "@/lib/analysis/schema";
import { formatBpm, formatCamelot, formatKey, formatLevel, formatOpenKey } from "@/lib/notation";
import { MeasuredTable } from "./measured-table";
import { loudnessRows } from "./spectral-rows";
import { AbsentCard, Alternatives, ValueCard } from "./value-card";

const MAX_ALTERNATIVES = 4;
const UNSAID = "This sound has nothing to measure it by.";

/** Tempo, key and loudness: what one came for. */
export function AnswerCards({ record }: { record: AnalysisRecord }) {
  const { tempo, key, loudness, notApplicable } = record;
  return (
    <div className="grid gap-4 md:grid-cols-3">
      {tempo ? (
        <TempoCard tempo={tempo} />
      ) : (
        <AbsentCard title="Tempo" reason={notApplicable.tempo?.reason ?? UNSAID} />
      )}
      {key ? <KeyCard musicalKey={key} /> : <AbsentCard title="Key" reason={notApplicable.key?.reason ?? UNSAID} />}
      {loudness.integratedLufs === null ? (
        <AbsentCard title="Loudness" reason={notApplicable.loudness?.reason ?? UNSAID} />
      ) : (
        <LoudnessCard loudness={loudness} integratedLufs={loudness.integratedLufs} />
      )}
    </div>
  );
}

function TempoCard({ tempo }: { tempo: Tempo }) {
  const items = tempo.alternatives.slice(0, MAX_ALTERNATIVES).map(({ bpm, confidence }) => ({
    name: `${formatBpm(bpm)} BPM`,
    confidence,
  }));
  return (
    <ValueCard title="Tempo" value={formatBpm(tempo.bpm)} unit="BPM" confidence={tempo.confidence}>
      <Alternatives label="Or else" items={items} />
    </ValueCard>
  );
}

function KeyCard({ musicalKey }: { musicalKey: MusicalKey }) {
  const items = musicalKey.alternatives.slice(0, MAX_ALTERNATIVES).map((key) => ({
    name: formatKey(key),
    detail: formatCamelot(key),
    confidence: key.confidence,
  }));
  return (
    <ValueCard title="Key" value={formatKey(musicalKey)} confidence={musicalKey.confidence}>
      <dl className="-mt-2 flex gap-5 text-sm">
        <Notation label="Camelot" value={formatCamelot(musicalKey)} />
        <Notation label="Open Key" value={formatOpenKey(musicalKey)} />
      </dl>
      <Alternatives label="Or else" items={items} />
    </ValueCard>
  );
}

function Notation({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex items-baseline gap-2">
      <dt className="text-muted-foreground text-xs">{label}</dt>
      <dd className="figures font-medium text-base">{value}</dd>
    </div>
  );
}

function LoudnessCard({ loudness, integratedLufs }: { loudness: Loudness; integratedLufs: number }) {
  return (
    <ValueCard title="Loudness" value={formatLevel(integratedLufs)} unit="LUFS" confidence={loudness.confidence}>
      <MeasuredTable rows={loudnessRows(loudness)} caption="Loudness in detail" />
    </ValueCard>
  );
}
