import { formatBpm, formatDecimal, type KeyNotation, writeKey } from "@/lib/music/notation";
import { decibelsOf, matchDb, RAISED_BY_WEB_AUDIO_SECONDS, REFERENCE_LUFS } from "./loudness-match";
import { rateText, type SoundSettings } from "./sound-settings";
import type { Track } from "./track";
import { foldedRate, semitonesOf, tuningOf } from "./tuning";

const SMALL_DB = 0.05;
const SMALL_SEMITONES = 0.005;

/** What making everything equally loud does to this track. */
export function loudnessText(track: Track, settings: SoundSettings, volumeGain: number): string {
  const change = matchDb(track);
  if (change === null) return "The loudness of this sound is not known, so it plays as it is.";
  if (!settings.matchesLoudness) return `This sound would be ${changeText(change)}.`;
  const wanted = REFERENCE_LUFS - (track.lufs ?? REFERENCE_LUFS);
  if (wanted - change > SMALL_DB)
    return `This sound is ${changeText(change)}, not by ${formatDecimal(wanted, 1)} dB, because its peaks would clip.`;
  // How far a media element can raise it; short sounds go further.
  const room = Math.max(0, -decibelsOf(Math.max(volumeGain, 1e-4)));
  const isLong = (track.durationSeconds ?? Number.POSITIVE_INFINITY) > RAISED_BY_WEB_AUDIO_SECONDS;
  if (change > room + SMALL_DB && isLong)
    return `This sound is ${changeText(room)}, not by ${formatDecimal(change, 1)} dB: it is too long for more.`;
  return `This sound is ${changeText(change)}.`;
}

function changeText(decibels: number): string {
  if (Math.abs(decibels) < SMALL_DB) return "as loud as it was recorded";
  return `${decibels > 0 ? "raised" : "turned down"} by ${formatDecimal(Math.abs(decibels), 1)} dB`;
}

/** What playing everything at one tempo does to this track. Null if no tempo is chosen. */
export function tempoText({ bpm }: Track, settings: SoundSettings): string | null {
  if (settings.bpm === null) return null;
  if (!bpm) return "The tempo of this sound is not known, so it plays as it is.";
  const rate = foldedRate(bpm, settings.bpm);
  const octaves = Math.round(Math.log2((bpm * rate) / settings.bpm));
  const times = octaves === 0 ? "" : octaves > 0 ? `, ${2 ** octaves} × that tempo` : `, that tempo ÷ ${2 ** -octaves}`;
  const rest = settings.rate === 1 ? "" : ` The rate of ${rateText(settings.rate)} comes on top.`;
  return `${formatBpm(bpm)} becomes ${formatBpm(bpm * rate)} BPM${times}.${rest}`;
}

/** What playing everything in one key does to this track. Null if no key is chosen. */
export function keyText(
  track: Track,
  settings: SoundSettings,
  isUndecodable: boolean,
  notation: KeyNotation = "musical",
): string | null {
  if (settings.key === null) return null;
  const { key } = track;
  if (!key) return "The key of this sound is not known, so it plays as it is.";
  const semitones = semitonesOf(tuningOf(track, settings).pitch);
  if (Math.abs(semitones) < SMALL_SEMITONES) return `${writeKey(key, notation)} fits as it is.`;
  if (isUndecodable) return "This sound is too long to be transposed, or the page cannot decode it. It keeps its key.";
  const sign = semitones > 0 ? "+" : "";
  const places = Math.abs(semitones - Math.round(semitones)) < SMALL_SEMITONES ? 0 : 2;
  return `From ${writeKey(key, notation)} by ${sign}${formatDecimal(semitones, places)} semitones.`;
}
