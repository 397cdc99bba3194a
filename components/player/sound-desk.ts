import { amplitudeOf, matchDb, RAISED_BY_WEB_AUDIO_SECONDS } from "./loudness-match";
import { boundRate, rateAfter, readSoundSettings, type SoundSettings, storeSoundSettings } from "./sound-settings";
import { gainOf, readVolume, storeVolume, type Volume } from "./stored-volume";
import type { Track, Tuning } from "./track";
import { tuningOf } from "./tuning";

const VOLUME_STEP = 0.05;
/** To raise a sound by less is not worth a wait. */
const RAISED_FROM_DB = 1;

/** How loud and in what way everything plays; remembered. */
export class SoundDesk {
  #volume: Volume | null = null;
  #settings: SoundSettings | null = null;

  constructor(private readonly onChange: () => void) {}

  readonly volume = (): Volume => {
    this.#volume ??= readVolume();
    return this.#volume;
  };
  readonly settings = (): SoundSettings => {
    this.#settings ??= readSoundSettings();
    return this.#settings;
  };

  /** The amplitude of a track: by the volume and, if that is wanted, by its loudness. */
  gainFor(track: Track): number {
    const match = this.settings().matchesLoudness ? (matchDb(track) ?? 0) : 0;
    return gainOf(this.volume()) * amplitudeOf(match);
  }

  tuningFor(track: Track): Tuning {
    return tuningOf(track, this.settings());
  }

  /** Whether a sound has to be louder than a media element can be, and is short enough to be decoded for it. */
  isRaised(track: Track): boolean {
    const { durationSeconds } = track;
    if (durationSeconds === null || durationSeconds > RAISED_BY_WEB_AUDIO_SECONDS) return false;
    return this.gainFor(track) > amplitudeOf(RAISED_FROM_DB);
  }

  setVolume(change: Partial<Volume>): void {
    this.#volume = { ...this.volume(), ...change };
    storeVolume(this.#volume);
    this.onChange();
  }

  toggleMute(): void {
    this.setVolume({ isMuted: !this.volume().isMuted });
  }

  /** One step louder or quieter. What was muted is heard again. */
  stepVolume(direction: 1 | -1): void {
    const level = this.volume().level + direction * VOLUME_STEP;
    this.setVolume({ level: Math.max(0, Math.min(1, Number(level.toFixed(2)))), isMuted: false });
  }

  set(change: Partial<SoundSettings>): void {
    const next = { ...this.settings(), ...change };
    this.#settings = { ...next, rate: boundRate(next.rate) };
    storeSoundSettings(this.#settings);
    this.onChange();
  }

  stepRate(direction: 1 | -1): void {
    this.set({ rate: rateAfter(this.settings().rate, direction) });
  }
}
