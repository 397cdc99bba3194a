import type { AnalysisRecord, Loudness, MusicalKey, Tempo } from "@/lib/analysis/schema";
import { formatBpm, formatCamelot, formatKey, formatLevel, formatOpenKey } from "@/lib/notation";
import { AbsentCard, Alternatives, CardFacts, ValueCard } from "./value-card";

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
      <CardFacts
        facts={[
          { label: "Camelot", value: formatCamelot(musicalKey) },
          { label: "Open Key", value: formatOpenKey(musicalKey) },
        ]}
      />
      <Alternatives label="Or else" items={items} />
    </ValueCard>
  );
}

function LoudnessCard({ loudness, integratedLufs }: { loudness: Loudness; integratedLufs: number }) {
  const { rangeLu, truePeakDbtp } = loudness;
  const facts = [
    ...(rangeLu === null ? [] : [{ label: "Range", value: `${rangeLu.toFixed(1)} LU` }]),
    ...(truePeakDbtp === null ? [] : [{ label: "True peak", value: `${formatLevel(truePeakDbtp)} dBTP` }]),
  ];
  return (
    <ValueCard title="Loudness" value={formatLevel(integratedLufs)} unit="LUFS" confidence={loudness.confidence}>
      <CardFacts facts={facts} />
      {truePeakDbtp !== null && truePeakDbtp > -1 ? (
        <p className="text-muted-foreground text-xs">Peaks above −1 dBTP may clip when it is encoded.</p>
      ) : null}
    </ValueCard>
  );
}
