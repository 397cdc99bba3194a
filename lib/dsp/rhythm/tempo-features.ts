import { crossed, FeatureLayout, labels } from "@/lib/dsp/learned/feature-layout";
import { wholeness } from "./loop-length";
import { ONSET_BANDS } from "./onset-strength";
import { correlationAt, kickToSnareAt, PROFILE_BANDS, pulseMagnitude, type RhythmProfile } from "./rhythm-profile";
import { INTERVAL_LAYOUT, intervalFeatures, type OnsetTimes, onsetTimes } from "./tempo-intervals";

const BANDS = PROFILE_BANDS.map((_, band) => band);
/** Lags in beats at which repetition tells where the beat is. */
const LAG_BEATS = [1 / 4, 1 / 3, 1 / 2, 2 / 3, 1, 3 / 2, 2, 3, 4, 8];
/** Pulses a beat. */
const PULSES = [1 / 4, 1 / 3, 1 / 2, 1, 2, 3, 4];
/** Beats from a kick to a snare that tell a beat from its half. */
const SNARE_BEATS = [0, 1 / 4, 1 / 2, 1, 3 / 2, 2];
/** Beats that a loop usually has. */
const LOOP_BEATS = [2, 4, 8, 16];
const LOOP_TOLERANCE_BEATS = 0.3;
/** Files shorter than this may be one loop. */
const LOOP_SECONDS = 24;
/** Length, in octaves of seconds, from which a file is no longer short, and the range below it. */
const SHORT_OCTAVES = 4;
const SHORT_RANGE_OCTAVES = 3;
/** Tempi are counted in octaves from here: the middle of what music is played at. */
const MIDDLE_BPM = 115;
/** Least onsets a beat and a second that a logarithm is taken of. */
const ONSETS_PER_BEAT_MIN = 0.1;
const ONSETS_PER_SECOND_MIN = 0.5;

/** What the file's length says about a number of beats. */
const LENGTH_LAYOUT = new FeatureLayout({
  short: "value",
  shortByOctaves: "value",
  shortByOctavesSquared: "value",
  shortByBars: "value",
  shortByBarsSquared: "value",
  wholeTwoBars: "value",
  wholeFourBars: "value",
  shortByWholeBars: "value",
  shortByOddBeats: "value",
  loopBeats: labels(LOOP_BEATS),
});

/** Where the usual tempi lie for music as long, as dense and as sharply attacked as this. */
const RANGE_LAYOUT = new FeatureLayout({
  longByOctaves: "value",
  longByOctavesSquared: "value",
  octavesCubed: "value",
  octavesSquaredByDensity: "value",
  octavesByMidShare: "value",
  octavesByDensitySquared: "value",
  octavesByContrast: "value",
});

/** The inputs of `TEMPO_NETWORKS`. "Octaves" are those of the candidate from 115 BPM, "density" the onsets a second. */
export const TEMPO_LAYOUT = new FeatureLayout({
  repetition: crossed(PROFILE_BANDS, LAG_BEATS),
  pulse: crossed(PROFILE_BANDS, PULSES),
  octaves: "value",
  octavesSquared: "value",
  onsetsPerBeat: "value",
  onsetsPerBeatSquared: "value",
  octavesByLowShare: "value",
  octavesByHighShare: "value",
  octavesByDensity: "value",
  octavesByRepetition: "value",
  wholeBeats: "value",
  wholeBars: "value",
  length: LENGTH_LAYOUT,
  kickToSnare: labels(SNARE_BEATS),
  bandOnsetsPerBeat: ONSET_BANDS,
  bandOnsetsPerBeatSquared: ONSET_BANDS,
  intervals: INTERVAL_LAYOUT,
  range: RANGE_LAYOUT,
});

/**
 * What the tempo networks see of one candidate: how alike the onsets are at fractions and multiples of its beat, how
 * strongly they pulse, how snares follow kicks, how far it is from 115 BPM (alone, and against the balance of the bands
 * and the density of onsets), whether whole beats or bars fill a short file, and the intervals between onsets.
 *
 * @param times of the same profile; pass them where several candidates of it are weighed
 * @returns as {@link TEMPO_LAYOUT} says
 */
export function tempoFeatures(
  profile: RhythmProfile,
  bpm: number,
  times: OnsetTimes = onsetTimes(profile),
): Float64Array {
  const lag = (60 * profile.framesPerSecond) / bpm;
  const hz = bpm / 60;
  const octaves = Math.log2(bpm / MIDDLE_BPM);
  const onsetsPerBeat = Math.log2(Math.max(ONSETS_PER_BEAT_MIN, profile.onsetsPerSecond / hz));
  const beats = profile.durationSeconds / (60 / bpm);
  const bandOnsetsPerBeat = profile.bandOnsetsPerSecond.map((rate) =>
    Math.log2(Math.max(ONSETS_PER_BEAT_MIN, rate / hz)),
  );
  return TEMPO_LAYOUT.vector({
    repetition: BANDS.flatMap((band) => LAG_BEATS.map((count) => correlationAt(profile, band, lag * count))),
    pulse: BANDS.flatMap((band) => PULSES.map((count) => pulseMagnitude(profile, band, hz * count))),
    octaves,
    octavesSquared: octaves * octaves,
    onsetsPerBeat,
    onsetsPerBeatSquared: onsetsPerBeat * onsetsPerBeat,
    octavesByLowShare: octaves * profile.bandShares[0],
    octavesByHighShare: octaves * profile.bandShares[2],
    octavesByDensity: octaves * Math.log2(Math.max(ONSETS_PER_SECOND_MIN, profile.onsetsPerSecond)),
    octavesByRepetition: octaves * (profile.correlations[3][Math.round(lag)] ?? 0),
    wholeBeats: wholeness(beats, 1),
    wholeBars: wholeness(beats, 4),
    length: lengthFeatures(profile.durationSeconds, beats, octaves),
    kickToSnare: SNARE_BEATS.map((count) => kickToSnareAt(profile, lag * count)),
    bandOnsetsPerBeat,
    bandOnsetsPerBeatSquared: bandOnsetsPerBeat.map((rate) => rate * rate),
    intervals: intervalFeatures(profile, times, lag),
    range: rangeFeatures(profile, octaves),
  });
}

/** 1 for the shortest files, falling to 0 at the length from which a file is no longer short. */
const shortness = (durationSeconds: number) =>
  Math.max(0, Math.min(1, (SHORT_OCTAVES - Math.log2(durationSeconds)) / SHORT_RANGE_OCTAVES));

function rangeFeatures(profile: RhythmProfile, octaves: number): Float64Array {
  const long = 1 - shortness(profile.durationSeconds);
  const density = Math.log2(Math.max(ONSETS_PER_SECOND_MIN, profile.onsetsPerSecond));
  return RANGE_LAYOUT.vector({
    longByOctaves: long * octaves,
    longByOctavesSquared: long * octaves * octaves,
    octavesCubed: octaves ** 3,
    octavesSquaredByDensity: octaves * octaves * density,
    octavesByMidShare: octaves * profile.bandShares[1],
    octavesByDensitySquared: octaves * density * density,
    octavesByContrast: octaves * Math.log2(Math.max(1, profile.contrast)),
  });
}

/** The shorter a file, the fewer numbers of beats are likely. */
function lengthFeatures(durationSeconds: number, beats: number, octaves: number): Float64Array {
  const short = shortness(durationSeconds);
  const bars = Math.log2(Math.max(1, beats) / 4);
  const near = (count: number) =>
    durationSeconds < LOOP_SECONDS ? Math.max(0, 1 - Math.abs(beats - count) / LOOP_TOLERANCE_BEATS) : 0;
  return LENGTH_LAYOUT.vector({
    short,
    shortByOctaves: short * octaves,
    shortByOctavesSquared: short * octaves * octaves,
    shortByBars: short * bars,
    shortByBarsSquared: short * bars * bars,
    wholeTwoBars: wholeness(beats, 8),
    wholeFourBars: wholeness(beats, 16),
    shortByWholeBars: short * wholeness(beats, 4),
    shortByOddBeats: short * (wholeness(beats, 1) - wholeness(beats, 2)),
    loopBeats: LOOP_BEATS.map(near),
  });
}
