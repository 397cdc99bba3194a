import type { AnalysisRecord, Loudness, MusicalKey, Pitch, Tempo } from "@/lib/analysis/schema";
import { formatBpm, formatCamelot, formatHertz, formatKey, formatLevel, formatOpenKey } from "@/lib/notation";
import { AbsentCard, Alternatives, CardFacts, ValueCard } from "./value-card";

const MAX_ALTERNATIVES = 4;
const UNSAID = "This sound has nothing to measure it by.";

/** Tempo, key and loudness: what one came for. */
export function AnswerCards({ record }: { record: AnalysisRecord }) {
  const { tempo, loudness, notApplicable } = record;
  return (
    <div className="grid gap-4 md:grid-cols-3">
      {tempo ? (
        <TempoCard tempo={tempo} />
      ) : (
        <AbsentCard title="Tempo" reason={notApplicable.tempo?.reason ?? UNSAID} />
      )}
      <HarmonyCard record={record} />
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

/** A single note has no key but a pitch; that is said in its place. */
function HarmonyCard({ record }: { record: AnalysisRecord }) {
  const { key, pitch, notApplicable } = record;
  if (key) return <KeyCard musicalKey={key} />;
  if (pitch) return <PitchCard pitch={pitch} />;
  return <AbsentCard title="Key" reason={notApplicable.key?.reason ?? UNSAID} />;
}

function PitchCard({ pitch }: { pitch: Pitch }) {
  const cents = Math.round(pitch.cents);
  const facts = [
    { label: "Off by", value: `${cents > 0 ? "+" : cents < 0 ? "−" : ""}${Math.abs(cents)} cents` },
    { label: "Frequency", value: formatHertz(pitch.hz) },
  ];
  return (
    <ValueCard title="Note" value={pitch.note.replace("#", "♯")} confidence={pitch.confidence}>
      <CardFacts facts={facts} />
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
