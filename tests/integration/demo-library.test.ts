import { describe, expect, it } from "vitest";
import { demoSounds } from "@/db/seed/demo-sounds";
import { createEngine } from "@/lib/analysis/engine/engine";
import { closeRelative, keyOrNote } from "@/lib/analysis/record/key-or-note";
import type { AnalysisRecord, Features } from "@/lib/analysis/record/schema";
import { isClaimed } from "@/lib/format/confidence";
import { type KeyLike, TONICS } from "@/lib/music/keys";
import { isRelative, pitchClass } from "@/lib/music/notation";

const RATE = 44_100;

/** Measures the WAV of a demo sound: 16-bit stereo behind 44 bytes of header. */
function measure(bytes: Uint8Array): Features & { durationSeconds: number } {
  const samples = new Int16Array(bytes.buffer, 44);
  const side = (channel: number) =>
    Float32Array.from({ length: samples.length / 2 }, (_, i) => (samples[2 * i + channel] ?? 0) / 32_768);
  const engine = createEngine({ sampleRateHz: RATE, channels: 2, pictures: false });
  engine.push([side(0), side(1)]);
  return { ...engine.finish().features, durationSeconds: samples.length / 2 / RATE };
}

/** `F#m`, `Db` in a file's name. */
function keyNamed(name: string): KeyLike | null {
  const [, letter = "", sign = "", minor = ""] = /\b([A-G])([#b]?)(m?)(?=[ .])/.exec(name) ?? [];
  if (!letter) return null;
  const shift = sign === "#" ? 1 : sign === "b" ? -1 : 0;
  return { tonic: pitchClass(TONICS.indexOf(letter as "C") + shift), mode: minor ? "minor" : "major" };
}

const kindOf = (folder: string, seconds: number) =>
  folder === "Drums" || seconds < 3 ? "one-shot" : folder === "Tracks" ? /loop|track/ : "loop";

/** The key a person would read: the one named, or its relative if the page names both. */
function readsAs(record: Features & { durationSeconds: number }, named: KeyLike): boolean {
  const heard = keyOrNote(record as AnalysisRecord);
  if (heard.has === "note")
    return pitchClass(named.tonic) === TONICS.indexOf(heard.pitch.note.replace(/-?\d$/, "") as "C");
  if (heard.has === "neither") return false;
  const isSame = pitchClass(heard.key.tonic) === pitchClass(named.tonic) && heard.key.mode === named.mode;
  return isSame || (isRelative(heard.key, named) && closeRelative(heard.key) !== null);
}

describe("the demo library", () => {
  it.each(demoSounds.map((sound) => [sound.fileName, sound] as const))("%s is what its name says", (name, sound) => {
    const record = measure(sound.render());
    expect(record.kind?.label).toMatch(kindOf(sound.folderPath, record.durationSeconds));
    expect(record.tags).not.toContain(name.includes("kick") || name.includes("808") ? "noisy" : "silent");
    const bpm = Number(/ (\d{2,3})\.wav$/.exec(name)?.[1] ?? 0);
    if (bpm > 0) expect(record.tempo?.bpm).toBeCloseTo(bpm, 1);
    const key = keyNamed(name);
    if (key) expect(readsAs(record, key)).toBe(true);
    if (/drums|kick|snare|hat|break/i.test(name)) expect(record.key).toBeNull();
    const instrument = /kick|snare|hat/i.exec(name)?.[0].replace("hat", "hi-hat");
    if (instrument && sound.folderPath === "Drums") {
      expect(record.instruments?.find(isClaimed)?.label).toBe(instrument);
    }
  });
});
