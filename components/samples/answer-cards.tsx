import { useText } from "#text";
import { keyOrNote } from "@/lib/analysis/record/key-or-note";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Loudness } from "@/lib/analysis/record/values/loudness";
import type { Meter } from "@/lib/analysis/record/values/meter";
import type { Pitch } from "@/lib/analysis/record/values/pitch";
import type { Tempo } from "@/lib/analysis/record/values/tempo";
import { writeDecimal } from "@/lib/format/decimal";
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
  const t = useText();
  const measured = tempo ? [tempo, ...tempo.alternatives.slice(0, ALTERNATIVES_SHOWN)] : [];
  const readings = measured.map(({ bpm: reading, confidence }) => ({
    name: `${formatBpm(reading, t)} BPM`,
    confidence,
  }));
  const facts = [
    { label: t("Exact"), value: writeDecimal(bpm, 3, t) },
    { label: t("One beat"), value: `${writeDecimal(60_000 / bpm, 1, t)} ms` },
  ];
  const certainty = isCorrected || !tempo ? {} : { confidence: tempo.confidence };
  return (
    <ValueCard title={t("Tempo")} about="tempo" value={formatBpm(bpm, t)} unit="BPM" {...certainty}>
      <CardFacts facts={facts} />
      {isCorrected ? <CorrectedNote measured={tempo && `${formatBpm(tempo.bpm, t)} BPM`} /> : null}
      <Ranking label={t("Possible tempos")} readings={readings} />
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
  const t = useText();
  const facts = [
    { label: t("Off by"), value: formatCents(pitch.cents, t) },
    { label: t("Frequency"), value: formatHertz(pitch.hz, t) },
  ];
  return (
    <ValueCard title={t("[music] Note")} about="pitch" value={formatNote(pitch.note)} confidence={pitch.confidence}>
      <CardFacts facts={facts} />
      <p className="text-muted-foreground text-xs">{t("A single note has a pitch, not a key.")}</p>
    </ValueCard>
  );
}

/** The metre, and counts of bars and beats. Their positions are drawn over the waveform. */
function MeterCard({ meter, record }: { meter: Meter; record: AnalysisRecord }) {
  const t = useText();
  const { beats, downbeats, rhythm } = record;
  const first = downbeats?.[0];
  const { stability = null, swingRatio = null, loopBars = null } = rhythm ?? {};
  const facts = [
    ...(downbeats?.length ? [{ label: t("Bars"), value: downbeats.length.toLocaleString(t.language) }] : []),
    ...(beats?.length ? [{ label: t("Beats"), value: beats.length.toLocaleString(t.language) }] : []),
    ...(first === undefined ? [] : [{ label: t("Bar 1 starts at"), value: formatBrief(first, t) }]),
    ...(stability === null ? [] : [{ label: t("Stability"), value: formatPercent(stability, t) }]),
    ...(swingRatio === null ? [] : [{ label: t("Swing"), value: formatSwing(swingRatio, t) }]),
    ...(loopBars === null ? [] : [{ label: t("Loop length"), value: formatBars(loopBars, t) }]),
  ];
  return (
    <ValueCard
      title={t("Metre")}
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
  const t = useText();
  const { loudness } = record;
  const { integratedLufs, ungatedLufs, samplePeakDbfs } = loudness;
  if (integratedLufs !== null) return <LoudnessCard loudness={loudness} integratedLufs={integratedLufs} />;
  if (typeof ungatedLufs !== "number") return null;
  const facts =
    samplePeakDbfs === null ? [] : [{ label: t("Sample peak"), value: `${formatLevel(samplePeakDbfs, t)} dBFS` }];
  return (
    <ValueCard title={t("Loudness")} about="loudness" value={formatLevel(ungatedLufs, t)} unit="LUFS">
      <CardFacts facts={facts} />
      <p className="text-muted-foreground text-xs">{t("Short: ungated. The standard’s loudness needs 0.4 seconds.")}</p>
    </ValueCard>
  );
}

function LoudnessCard({ loudness, integratedLufs }: { loudness: Loudness; integratedLufs: number }) {
  const t = useText();
  const { rangeLu, shortTermMaxLufs, momentaryMaxLufs, truePeakDbtp } = loudness;
  const levels = [
    { label: t("[of loudness] Range"), value: rangeLu, unit: "LU" },
    { label: t("Loudest 3 s"), value: shortTermMaxLufs, unit: "LUFS" },
    { label: t("Loudest 400 ms"), value: momentaryMaxLufs, unit: "LUFS" },
    { label: t("True peak"), value: truePeakDbtp, unit: "dBTP" },
  ];
  const facts = levels.flatMap(({ label, value, unit }) =>
    value === null || value === undefined ? [] : [{ label, value: `${formatLevel(value, t)} ${unit}` }],
  );
  return (
    <ValueCard title={t("Loudness")} about="loudness" value={formatLevel(integratedLufs, t)} unit="LUFS">
      <CardList facts={facts} />
      {truePeakDbtp !== null && truePeakDbtp > -1 ? (
        <p className="text-muted-foreground text-xs">{t("Peaks above −1 dBTP may clip when the file is encoded.")}</p>
      ) : null}
    </ValueCard>
  );
}
