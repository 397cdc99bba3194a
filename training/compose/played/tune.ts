import { BASS_CHANNEL, CHORD_CHANNEL, MELODY_CHANNEL } from "@/training/compose/composition";
import { tuneBar } from "./bar-rhythms";
import { type ChordSpan, chordAt, chordSpans, nextPitch } from "./played-harmony";
import type { Sheet } from "./sheet";

const PHRASE_BARS = 4;

/** A folk tune: bars as tunes have them, strains that come twice, alone or over chords. */
export function writeTune(sheet: Sheet, accompanied: boolean): void {
  const { random, frame } = sheet;
  const spans = chordSpans(random, { ...frame, plain: true });
  writeMelody(sheet, spans);
  if (accompanied) writeChords(sheet, spans);
}

function writeMelody(sheet: Sheet, spans: ChordSpan[]): void {
  const { random, frame } = sheet;
  const { metre, bars, pickup, tonic, mode } = frame;
  const palette = Array.from({ length: random.whole(2, 5) }, () => tuneBar(random, metre));
  const held = random.between(0.55, 1.05);
  const ornaments = random.chance(0.4) ? random.between(0.02, 0.12) : 0;
  const swing = !metre.compound && random.chance(0.2) ? random.between(0.04, 0.17) : 0;
  const strain: { at: number; pitch: number; beats: number }[][] = [];
  let pitch = 72 + random.whole(-3, 7);
  for (let bar = pickup > 0 ? -1 : 0; bar < bars; bar++) {
    const closing = (bar + 1) % PHRASE_BARS === 0;
    let onsets = random.chance(0.6) ? (palette[(bar + 8) % palette.length] ?? []) : tuneBar(random, metre);
    if (closing && random.chance(0.5)) onsets = onsets.filter((at) => at <= metre.beatsPerBar / 2);
    if (bar < 0) onsets = onsets.filter((at) => at >= metre.beatsPerBar - pickup);
    const again = bar >= PHRASE_BARS * 2 && random.chance(0.7) ? strain[(bar - PHRASE_BARS * 2) % strain.length] : null;
    const line =
      again ??
      onsets.map((at, i) => {
        const chord = chordAt(spans, bar * metre.beatsPerBar + at);
        pitch = nextPitch(random, pitch, { chord, tonic, mode, onBeat: Number.isInteger(at), range: 9 });
        return { at, pitch, beats: (onsets[i + 1] ?? metre.beatsPerBar) - at };
      });
    if (bar >= 0) strain.push(line);
    for (const note of line) {
      const offBeat = Math.abs((note.at % 1) - 0.5) < 1e-6;
      const beat = bar * metre.beatsPerBar + note.at + (offBeat ? swing : 0);
      if (random.chance(ornaments)) sheet.strike(MELODY_CHANNEL, [note.pitch + 2], beat, 0.1, 66, -0.06);
      sheet.strike(MELODY_CHANNEL, [note.pitch], beat, note.beats * held, 84);
    }
  }
}

type Manner = "oom-pah" | "strum" | "held" | "bass" | "vamp";

function writeChords(sheet: Sheet, spans: ChordSpan[]): void {
  const { random, frame } = sheet;
  const { metre, bars, tonic } = frame;
  const manner = random.pick<Manner>(["oom-pah", "oom-pah", "strum", "held", "bass", "vamp"]);
  const velocity = random.between(48, 74);
  for (let bar = 0; bar < bars; bar++) {
    for (let place = 0; place < metre.beatsPerBar; place++) {
      const beat = bar * metre.beatsPerBar + place;
      const chord = chordAt(spans, beat);
      const root = 36 + ((tonic + chord.root) % 12);
      const tones = [chord.third, chord.fifth, 12].map((above) => root + 12 + above);
      const change = place === 0 || spans.some((span) => span.beat === beat);
      const strong = metre.beatsPerBar === 4 && !metre.compound ? place % 2 === 0 : place === 0;
      const late = metre.compound ? 2 / 3 : 0.5;
      if (manner === "held") {
        if (change) sheet.strike(CHORD_CHANNEL, [root, ...tones], beat, metre.beatsPerBar - place, velocity);
      } else if (manner === "strum") {
        sheet.strike(CHORD_CHANNEL, tones, beat, 0.8, velocity + (strong ? 6 : 0));
        if (random.chance(0.5)) sheet.strike(CHORD_CHANNEL, tones, beat + late, 0.4, velocity - 10);
      } else if (manner === "bass") {
        if (strong || random.chance(0.3)) sheet.strike(BASS_CHANNEL, [root], beat, 0.9, velocity + 8);
      } else if (manner === "vamp") {
        sheet.strike(BASS_CHANNEL, [root + (place % 2 === 1 ? 7 : 0)], beat, 0.45, velocity + 6);
        sheet.strike(CHORD_CHANNEL, tones, beat + late, 0.35, velocity);
      } else if (strong) {
        sheet.strike(BASS_CHANNEL, [root + (place > 0 ? -5 : 0)], beat, 0.9, velocity + 8);
      } else {
        sheet.strike(CHORD_CHANNEL, tones, beat, 0.6, velocity);
      }
    }
  }
}
