import { msg, type Text } from "@/lib/language/text";
import type { KeyNotation } from "@/lib/music/key-notations";
import { formatBpm, formatDecimal, writeKey } from "@/lib/music/notation";
import { decibelsOf, matchDb, RAISED_BY_WEB_AUDIO_SECONDS, REFERENCE_LUFS } from "./loudness-match";
import { rateText, type SoundSettings } from "./sound-settings";
import type { Track } from "./track";
import { foldedRate, semitonesOf, tuningOf } from "./tuning";

const SMALL_DB = 0.05;
const SMALL_SEMITONES = 0.005;

type Change = "same" | "raised" | "lowered";

/** Said of a track while the loudness of all is not made equal. */
const WOULD_BE: Readonly<Record<Change, string>> = {
  same: msg("This sound would be as loud as it was recorded."),
  raised: msg("This sound would be raised by {decibels} dB."),
  lowered: msg("This sound would be turned down by {decibels} dB."),
};
const IS: Readonly<Record<Change, string>> = {
  same: msg("This sound is as loud as it was recorded."),
  raised: msg("This sound is raised by {decibels} dB."),
  lowered: msg("This sound is turned down by {decibels} dB."),
};
const WOULD_CLIP: Readonly<Record<Change, string>> = {
  same: msg("This sound is as loud as it was recorded, not by {wanted} dB, because its peaks would clip."),
  raised: msg("This sound is raised by {decibels} dB, not by {wanted} dB, because its peaks would clip."),
  lowered: msg("This sound is turned down by {decibels} dB, not by {wanted} dB, because its peaks would clip."),
};
const TOO_LONG: Readonly<Record<Change, string>> = {
  same: msg("This sound is as loud as it was recorded, not by {wanted} dB: it is too long for more."),
  raised: msg("This sound is raised by {decibels} dB, not by {wanted} dB: it is too long for more."),
  // There is no less than none to be raised by.
  lowered: msg("This sound is as loud as it was recorded, not by {wanted} dB: it is too long for more."),
};

/** What making everything equally loud does to this track. */
export function loudnessText(track: Track, settings: SoundSettings, volumeGain: number, t: Text): string {
  const change = matchDb(track);
  if (change === null) return t("The loudness of this sound is not known, so it plays as it is.");
  const wanted = REFERENCE_LUFS - (track.lufs ?? REFERENCE_LUFS);
  const say = (sentences: Readonly<Record<Change, string>>, decibels: number, wantedDb = wanted) =>
    t(sentences[changeOf(decibels)], {
      decibels: formatDecimal(Math.abs(decibels), 1, t),
      wanted: formatDecimal(wantedDb, 1, t),
    });
  if (!settings.matchesLoudness) return say(WOULD_BE, change);
  if (wanted - change > SMALL_DB) return say(WOULD_CLIP, change);
  // How far a media element can raise it; short sounds go further.
  const room = Math.max(0, -decibelsOf(Math.max(volumeGain, 1e-4)));
  const isLong = (track.durationSeconds ?? Number.POSITIVE_INFINITY) > RAISED_BY_WEB_AUDIO_SECONDS;
  if (change > room + SMALL_DB && isLong) return say(TOO_LONG, room, change);
  return say(IS, change);
}

function changeOf(decibels: number): Change {
  if (Math.abs(decibels) < SMALL_DB) return "same";
  return decibels > 0 ? "raised" : "lowered";
}

/** What playing everything at one tempo does to this track. Null if no tempo is chosen. */
export function tempoText({ bpm }: Track, settings: SoundSettings, t: Text): string | null {
  if (settings.bpm === null) return null;
  if (!bpm) return t("The tempo of this sound is not known, so it plays as it is.");
  const rate = foldedRate(bpm, settings.bpm);
  const octaves = Math.round(Math.log2((bpm * rate) / settings.bpm));
  const values = { from: formatBpm(bpm, t), to: formatBpm(bpm * rate, t), times: 2 ** Math.abs(octaves) };
  const becomes =
    octaves === 0
      ? t("{from} becomes {to} BPM.", values)
      : octaves > 0
        ? t("{from} becomes {to} BPM, {times} × that tempo.", values)
        : t("{from} becomes {to} BPM, that tempo ÷ {times}.", values);
  if (settings.rate === 1) return becomes;
  return `${becomes} ${t("The rate of {rate} comes on top.", { rate: rateText(settings.rate, t) })}`;
}

/** What playing everything in one key does to this track. Null if no key is chosen. */
export function keyText(
  track: Track,
  settings: SoundSettings,
  isUndecodable: boolean,
  t: Text,
  notation: KeyNotation = "musical",
): string | null {
  if (settings.key === null) return null;
  const { key } = track;
  if (!key) return t("The key of this sound is not known, so it plays as it is.");
  const name = writeKey(key, notation, t);
  const semitones = semitonesOf(tuningOf(track, settings).pitch);
  if (Math.abs(semitones) < SMALL_SEMITONES) return t("{key} fits as it is.", { key: name });
  if (isUndecodable)
    return t("This sound is too long to be transposed, or the page cannot decode it. It keeps its key.");
  const sign = semitones > 0 ? "+" : "";
  const places = Math.abs(semitones - Math.round(semitones)) < SMALL_SEMITONES ? 0 : 2;
  return t("From {key} by {semitones} semitones.", {
    key: name,
    semitones: `${sign}${formatDecimal(semitones, places, t)}`,
  });
}
