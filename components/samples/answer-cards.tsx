import { closeRelative, keyOrNote } from "@/lib/analysis/record/key-or-note";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { MusicalKey } from "@/lib/analysis/record/values/key";
import type { Loudness } from "@/lib/analysis/record/values/loudness";
import type { Meter } from "@/lib/analysis/record/values/meter";
import type { Pitch } from "@/lib/analysis/record/values/pitch";
import type { Tempo } from "@/lib/analysis/record/values/tempo";
import type { KeyLike } from "@/lib/music/keys";
import {
  formatBpm,
  formatCamelot,
  formatHertz,
  formatKey,
  formatLevel,
  formatNote,
  formatOpenKey,
  formatPercent,
} from "@/lib/music/notation";
import type { SampleCorrections } from "@/lib/samples/corrections/schema";
import { effectiveTempo, measuredHarmony } from "./effective-sound";
import { formatBars, formatBrief, formatCents, formatSwing } from "./measured-format";
import { CardFacts, CardList, Ranking, ValueCard } from "./value-card";

const MAX_ALTERNATIVES = 4;

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
  const measured = tempo ? [tempo, ...tempo.alternatives.slice(0, MAX_ALTERNATIVES)] : [];
  const readings = measured.map(({ bpm: reading, confidence }) => ({ name: `${formatBpm(reading)} BPM`, confidence }));
  const facts = [
    { label: "Exact", value: bpm.toFixed(3) },
    { label: "One beat", value: `${(60_000 / bpm).toFixed(1)} ms` },
  ];
  const certainty = isCorrected || !tempo ? {} : { confidence: tempo.confidence };
  return (
    <ValueCard title="Tempo" about="tempo" value={formatBpm(bpm)} unit="BPM" {...certainty}>
      <CardFacts facts={facts} />
      {isCorrected ? <Corrected measured={tempo && `${formatBpm(tempo.bpm)} BPM`} /> : null}
      <Ranking label="Possible tempos" readings={readings} />
    </ValueCard>
  );
}

function Corrected({ measured }: { measured: string | null }) {
  return (
    <p className="text-muted-foreground text-xs">
      Corrected by a person. {measured === null ? "Nothing was measured." : `Measured: ${measured}.`}
    </p>
  );
}

/** A single note has a pitch instead of a key, unless a person says otherwise. */
function HarmonyCard({ record, corrections }: { record: AnalysisRecord; corrections: SampleCorrections }) {
  if (corrections.key) {
    const { value } = corrections.key;
    return value && <CorrectedKeyCard musicalKey={value} measured={measuredHarmony(record)} />;
  }
  const heard = keyOrNote(record);
  if (heard.has === "note") return <PitchCard pitch={heard.pitch} />;
  if (heard.has === "key") return <KeyCard musicalKey={heard.key} />;
  return null;
}

function CorrectedKeyCard({ musicalKey, measured }: { musicalKey: KeyLike; measured: string | null }) {
  const facts = [
    { label: "Camelot", value: formatCamelot(musicalKey) },
    { label: "Open Key", value: formatOpenKey(musicalKey) },
  ];
  return (
    <ValueCard title="Key" about="key" value={formatKey(musicalKey)}>
      <CardFacts facts={facts} />
      <Corrected measured={measured} />
    </ValueCard>
  );
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

function KeyCard({ musicalKey }: { musicalKey: MusicalKey }) {
  const { signatureConfidence } = musicalKey;
  const relative = closeRelative(musicalKey);
  const readings = [musicalKey, ...musicalKey.alternatives.slice(0, MAX_ALTERNATIVES)].map((key) => ({
    name: formatKey(key),
    detail: formatCamelot(key),
    confidence: key.confidence,
  }));
  return (
    <ValueCard title="Key" about="key" value={formatKey(musicalKey)} confidence={musicalKey.confidence}>
      <CardFacts
        facts={[
          { label: "Camelot", value: formatCamelot(musicalKey) },
          { label: "Open Key", value: formatOpenKey(musicalKey) },
          ...(signatureConfidence === undefined
            ? []
            : [{ label: "Signature", value: `${formatPercent(signatureConfidence)} sure` }]),
        ]}
      />
      {relative ? (
        <p className="text-muted-foreground text-xs">
          Or {formatKey(relative)}, its relative: the same notes, and hardly told apart here.
        </p>
      ) : null}
      <Ranking label="Possible keys" readings={readings} />
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
