import { keyOrNote } from "@/lib/analysis/record/key-or-note";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Loudness } from "@/lib/analysis/record/values/loudness";
import type { Meter } from "@/lib/analysis/record/values/meter";
import type { Pitch } from "@/lib/analysis/record/values/pitch";
import type { Tempo } from "@/lib/analysis/record/values/tempo";
import { formatBpm, formatHertz, formatLevel, formatNote, formatPercent } from "@/lib/music/notation";
import type { SampleCorrections } from "@/lib/samples/corrections/schema";
import { CorrectedNote } from "./corrected-note";
import { effectiveTempo } from "./effective-sound";
import { CorrectedKeyCard, KeyCard } from "./key-cards";
import { formatBars, formatBrief, formatCents, formatSwing } from "./measured-format";
import { ALTERNATIVES_SHOWN, CardFacts, CardList, Ranking, ValueCard } from "./value-card";

/** Tempo, key, metre and loudness with their details. What does not apply has no card. */
export function AnswerCards({ record, corrections }: { record: AnalysisRecord; corrections: SampleCorrections }) {
  const { tempo, meter } = record;
  const bpm = effectiveTempo(record, corrections);
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      {bpm.value === null ? null : <TempoCard bpm={bpm.value} isCorrected={bpm.isCorrected} tempo={tempo} />}
      <HarmonyCard record={record} corrections={corrections} />
      {meter ? <MeterCard meter={meter} record={record} /> : null}
      <LevelCard record={record} />
    </div>
  );
}

interface TempoCardProps {
  /** What counts. */
  bpm: number;
  isCorrected: boolean;
  /** What was measured. */
  tempo: Tempo | null;
}

function TempoCard({ bpm, isCorrected, tempo }: TempoCardProps) {
  const measured = tempo ? [tempo, ...tempo.alternatives.slice(0, ALTERNATIVES_SHOWN)] : [];
  const readings = measured.map(({ bpm: reading, confidence }) => ({ name: `${formatBpm(reading)} BPM`, confidence }));
  const facts = [
    { label: "Exact", value: bpm.toFixed(3) },
    { label: "One beat", value: `${(60_000 / bpm).toFixed(1)} ms` },
  ];
  const certainty = isCorrected || !tempo ? {} : { confidence: tempo.confidence };
  return (
    <ValueCard title="Tempo" about="tempo" value={formatBpm(bpm)} unit="BPM" {...certainty}>
      <CardFacts facts={facts} />
      {isCorrected ? <CorrectedNote measured={tempo && `${formatBpm(tempo.bpm)} BPM`} /> : null}
      <Ranking label="Possible tempos" readings={readings} />
    </ValueCard>
  );
}

/** A single note has a pitch instead of a key, unless a person says otherwise. */
function HarmonyCard({ record, corrections }: { record: AnalysisRecord; corrections: SampleCorrections }) {
  if (corrections.key) {
    const { value } = corrections.key;
    return value && <CorrectedKeyCard musicalKey={value} measured={keyOrNote(record)} />;
  }
  const heard = keyOrNote(record);
  if (heard.has === "note") return <PitchCard pitch={heard.pitch} />;
  if (heard.has === "key") return <KeyCard musicalKey={heard.key} />;
  return null;
}

function PitchCard({ pitch }: { pitch: Pitch }) {
  const facts = [
    { label: "Off by", value: formatCents(pitch.cents) },
    { label: "Frequency", value: formatHertz(pitch.hz) },
  ];
  return (
    <ValueCard title="Note" about="pitch" value={formatNote(pitch.note)} confidence={pitch.confidence}>
      <CardFacts facts={facts} />
      <p className="text-muted-foreground text-xs">A single note has a pitch, not a key.</p>
    </ValueCard>
  );
}

/** The metre, and counts of bars and beats. Their positions are drawn over the waveform. */
function MeterCard({ meter, record }: { meter: Meter; record: AnalysisRecord }) {
  const { beats, downbeats, rhythm } = record;
  const first = downbeats?.[0];
  const { stability = null, swingRatio = null, loopBars = null } = rhythm ?? {};
  const facts = [
    ...(downbeats?.length ? [{ label: "Bars", value: downbeats.length.toLocaleString("en") }] : []),
    ...(beats?.length ? [{ label: "Beats", value: beats.length.toLocaleString("en") }] : []),
    ...(first === undefined ? [] : [{ label: "Bar 1 starts at", value: formatBrief(first) }]),
    ...(stability === null ? [] : [{ label: "Stability", value: formatPercent(stability) }]),
    ...(swingRatio === null ? [] : [{ label: "Swing", value: formatSwing(swingRatio) }]),
    ...(loopBars === null ? [] : [{ label: "Loop length", value: formatBars(loopBars) }]),
  ];
  return (
    <ValueCard
      title="Metre"
      about="meter"
      value={`${meter.beatsPerBar}/${meter.beatUnit}`}
      confidence={meter.confidence}
    >
      <CardList facts={facts} />
    </ValueCard>
  );
}

/** A sound too short for the standard has a level without a gate, which is said. */
function LevelCard({ record }: { record: AnalysisRecord }) {
  const { loudness } = record;
  const { integratedLufs, ungatedLufs, samplePeakDbfs } = loudness;
  if (integratedLufs !== null) return <LoudnessCard loudness={loudness} integratedLufs={integratedLufs} />;
  if (typeof ungatedLufs !== "number") return null;
  const facts = samplePeakDbfs === null ? [] : [{ label: "Sample peak", value: `${formatLevel(samplePeakDbfs)} dBFS` }];
  return (
    <ValueCard title="Loudness" about="loudness" value={formatLevel(ungatedLufs)} unit="LUFS">
      <CardFacts facts={facts} />
      <p className="text-muted-foreground text-xs">Short: ungated. The standard’s loudness needs 0.4 seconds.</p>
    </ValueCard>
  );
}

function LoudnessCard({ loudness, integratedLufs }: { loudness: Loudness; integratedLufs: number }) {
  const { rangeLu, shortTermMaxLufs, momentaryMaxLufs, truePeakDbtp } = loudness;
  const levels = [
    { label: "Range", value: rangeLu, unit: "LU" },
    { label: "Loudest 3 s", value: shortTermMaxLufs, unit: "LUFS" },
    { label: "Loudest 400 ms", value: momentaryMaxLufs, unit: "LUFS" },
    { label: "True peak", value: truePeakDbtp, unit: "dBTP" },
  ];
  const facts = levels.flatMap(({ label, value, unit }) =>
    value === null || value === undefined ? [] : [{ label, value: `${formatLevel(value)} ${unit}` }],
  );
  return (
    <ValueCard title="Loudness" about="loudness" value={formatLevel(integratedLufs)} unit="LUFS">
      <CardList facts={facts} />
      {truePeakDbtp !== null && truePeakDbtp > -1 ? (
        <p className="text-muted-foreground text-xs">Peaks above −1 dBTP may clip when the file is encoded.</p>
      ) : null}
    </ValueCard>
  );
}
