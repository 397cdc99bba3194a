import { describe, expect, it } from "vitest";
import { ENGLISH } from "@/lib/language/text";
import { keyText, loudnessText, tempoText } from "./match-text";
import { USUAL_SOUND } from "./sound-settings";
import type { Track } from "./track";

const track = (facts: Partial<Track>): Track => ({ id: "1", title: "a", src: "/a", durationSeconds: 4, ...facts });

describe("what is said of a track that is matched", () => {
  it("says how its loudness changes, and why not further", () => {
    const said = (facts: Partial<Track>, settings = USUAL_SOUND) => loudnessText(track(facts), settings, 1, ENGLISH);
    expect(said({ lufs: -8 })).toBe("This sound is turned down by 10.0 dB.");
    expect(said({ lufs: -18.01 })).toBe("This sound is as loud as it was recorded.");
    expect(said({ lufs: -30, truePeakDbtp: -6 })).toContain("raised by 5.0 dB, not by 12.0 dB, because its peaks");
    expect(said({ lufs: -30, durationSeconds: 200 })).toContain("not by 12.0 dB: it is too long");
    expect(said({})).toContain("not known");
    expect(said({ lufs: -8 }, { ...USUAL_SOUND, matchesLoudness: false })).toContain("would be");
  });

  it("says which tempo it gets, or that it has none", () => {
    const settings = { ...USUAL_SOUND, bpm: 124 };
    expect(tempoText(track({ bpm: 120 }), settings, ENGLISH)).toBe("120.0 becomes 124.0 BPM.");
    expect(tempoText(track({ bpm: 60 }), settings, ENGLISH)).toBe("60.0 becomes 62.0 BPM, that tempo ÷ 2.");
    expect(tempoText(track({ bpm: 240 }), settings, ENGLISH)).toBe("240.0 becomes 248.0 BPM, 2 × that tempo.");
    expect(tempoText(track({}), settings, ENGLISH)).toContain("not known");
    expect(tempoText(track({ bpm: 120 }), USUAL_SOUND, ENGLISH)).toBeNull();
  });

  it("says how far it is transposed, or why it is not", () => {
    const settings = { ...USUAL_SOUND, key: { tonic: 2, mode: "major" as const } };
    const inC = track({ key: { tonic: 0, mode: "major" } });
    expect(keyText(inC, settings, false, ENGLISH)).toBe("From C major by +2 semitones.");
    expect(keyText(inC, settings, true, ENGLISH)).toContain("keeps its key");
    expect(keyText(track({ key: { tonic: 11, mode: "minor" } }), settings, false, ENGLISH)).toBe(
      "B minor fits as it is.",
    );
    expect(keyText(track({ key: null }), settings, false, ENGLISH)).toContain("not known");
    expect(keyText(inC, USUAL_SOUND, false, ENGLISH)).toBeNull();
  });
});
