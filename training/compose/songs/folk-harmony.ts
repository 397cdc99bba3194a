import type { SeededRandom } from "@/bench/statistics/seeded-random";
import type { Mode } from "@/training/compose/composition";
import { FOLK_FIRST_CHORD, FOLK_NEXT_CHORD } from "./folk-counts";
import { namedChord } from "./named-chord";
import type { PlacedChord } from "./pop-harmony";
import { drawn } from "./shares";

/** What a second part begins with; not counted, but more often elsewhere than the first. */
const SECOND_START = { major: "I 620 V 120 IV 140 vi 90 ii 30", minor: "i 600 bIII 180 bVII 130 iv 40 V 50" };
/** The chords of bars 4, 7 and 8 of a part. */
const HALF_CLOSE = { major: "V 640 I 160 IV 90 II 60 ii 50", minor: "V 330 bVII 290 v 150 i 130 bIII 100" };
const BEFORE_LAST = { major: "V 800 IV 70 ii 60 I 40 bVII 30", minor: "V 420 bVII 340 v 150 iv 60 i 30" };
const LAST = { major: "I 900 V 60 vi 40", minor: "i 900 bVII 50 bIII 50" };
const TWO_A_BAR = 0.27;
const HELD = 0.22;
const SEVENTH = 0.25;
export const PART_BARS = 8;

/** The chords of a part of eight bars: a half close in the fourth, a close in the last. */
export function folkPart(random: SeededRandom, mode: Mode, second: boolean, beatsPerBar: number): PlacedChord[] {
  const table: Record<string, string> = FOLK_NEXT_CHORD[mode];
  const home = mode === "major" ? "I" : "i";
  const next = (chord: string) => {
    const name = drawn(random, table[chord] ?? table[home] ?? home);
    return name in table ? name : home;
  };
  const first = drawn(random, (second ? SECOND_START : FOLK_FIRST_CHORD)[mode]);
  const bars: string[][] = [];
  let chord = first in table ? first : home;
  for (let bar = 0; bar < PART_BARS; bar++) {
    if (bar === 3) chord = drawn(random, HALF_CLOSE[mode]);
    else if (bar === 4 && random.chance(0.6)) chord = first in table ? first : home;
    else if (bar === 6) chord = drawn(random, BEFORE_LAST[mode]);
    else if (bar === 7) chord = drawn(random, LAST[mode]);
    else if (bar > 0 && !random.chance(HELD)) chord = next(chord);
    const names = [chord];
    if (bar < 7 && bar !== 3 && random.chance(TWO_A_BAR)) {
      chord = bar === 6 ? drawn(random, BEFORE_LAST[mode]) : next(chord);
      names.push(chord);
    }
    bars.push(names);
  }
  return bars.flatMap((names, bar) =>
    names.map((name, index) => {
      const { root, tones } = namedChord(name);
      const beats = beatsPerBar / names.length;
      const seventh = name.startsWith("V") && random.chance(SEVENTH) ? [10] : [];
      return { root, tones: [...tones, ...seventh], beat: bar * beatsPerBar + index * beats, beats, bass: root };
    }),
  );
}
