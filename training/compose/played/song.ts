import { BASS_CHANNEL, CHORD_CHANNEL, DRUM_CHANNEL, MELODY_CHANNEL } from "@/training/compose/composition";
import { chanceBar, SONG_CHANCES } from "./bar-rhythms";
import { type ChordSpan, chordAt, chordSpans, nextPitch } from "./played-harmony";
import type { Sheet } from "./sheet";

const PHRASE_BARS = 4;
const [KICK, SNARE, RIM, HAT] = [36, 38, 37, 42];

/** A pop song: a sung-like tune against the beat, chords struck as arrangements strike them, perhaps drums. */
export function writeSong(sheet: Sheet): void {
  const { random, frame } = sheet;
  const spans = chordSpans(random, { ...frame, plain: random.chance(0.6) });
  if (random.chance(0.88)) writeVoice(sheet, spans);
  writeArrangement(sheet, spans);
  if (random.chance(0.4)) writeDrums(sheet);
}

/** In compound metres a sixteenth of the table is a sixth of a beat. */
const inBeats = (at: number, compound: boolean) => (compound ? Math.floor(at) + Math.round((at % 1) * 3.01) / 3 : at);

function writeVoice(sheet: Sheet, spans: ChordSpan[]): void {
  const { random, frame } = sheet;
  const { metre, bars, tonic, mode } = frame;
  // Slow songs are sung in sixteenths, quick ones in eighths.
  const busy = Math.max(0.35, Math.min(1.7, (90 / frame.bpm) * 2 ** (0.4 * random.bell())));
  const bar = () => chanceBar(random, SONG_CHANCES.melody, metre.beatsPerBar, busy);
  const palette = Array.from({ length: random.whole(2, 4) }, bar);
  let pitch = 72 + random.whole(-4, 4);
  for (let index = 0; index < bars; index++) {
    if (random.chance(index % PHRASE_BARS === 3 ? 0.35 : 0.06)) continue;
    const onsets = random.chance(0.6) ? (palette[index % palette.length] ?? []) : bar();
    onsets.forEach((at, i) => {
      const beat = index * metre.beatsPerBar + inBeats(at, metre.compound);
      const chord = chordAt(spans, beat);
      pitch = nextPitch(random, pitch, { chord, tonic, mode, onBeat: Number.isInteger(at), range: 9 });
      const until = (onsets[i + 1] ?? metre.beatsPerBar) - at;
      // Singers come late and slide.
      sheet.strike(MELODY_CHANNEL, [pitch], beat, until * random.between(0.6, 1), 92, 0.025 * random.next());
    });
  }
}

function writeArrangement(sheet: Sheet, spans: ChordSpan[]): void {
  const { random, frame } = sheet;
  const { metre, bars, tonic } = frame;
  const busy = Math.max(0.3, Math.min(1.4, (95 / frame.bpm) * 2 ** (0.5 * random.bell())));
  const chordBar = () => chanceBar(random, SONG_CHANCES.chords, metre.beatsPerBar, busy * 0.8);
  const bassBar = () => chanceBar(random, SONG_CHANCES.bass, metre.beatsPerBar, 1.6);
  let [chords, bass] = [chordBar(), bassBar()];
  const broken = random.chance(0.45);
  const velocity = random.between(60, 84);
  for (let bar = 0; bar < bars; bar++) {
    if (bar % (PHRASE_BARS * 2) === 0 && bar > 0 && random.chance(0.4)) [chords, bass] = [chordBar(), bassBar()];
    const own = random.chance(0.8) ? chords : chordBar();
    own.forEach((at, i) => {
      const beat = bar * metre.beatsPerBar + inBeats(at, metre.compound);
      const chord = chordAt(spans, beat);
      const root = 48 + ((tonic + chord.root) % 12);
      const tones = [0, chord.third, chord.fifth, 12 + chord.third].map((above) => root + above);
      const struck = broken ? [tones[i % tones.length] as number] : tones.slice(0, random.pick([2, 3, 3]));
      sheet.strike(CHORD_CHANNEL, struck, beat, broken ? 1 : 0.9, velocity);
    });
    for (const at of random.chance(0.8) ? bass : bassBar()) {
      const beat = bar * metre.beatsPerBar + inBeats(at, metre.compound);
      const root = 36 + ((tonic + chordAt(spans, beat).root) % 12);
      sheet.strike(BASS_CHANNEL, [root], beat, 1, velocity + 6);
    }
  }
}

function writeDrums(sheet: Sheet): void {
  const { random, frame } = sheet;
  const { metre, bars } = frame;
  const hats = metre.compound ? 3 : random.pick([1, 2, 2, 4]);
  const snare = random.pick([SNARE, SNARE, RIM]);
  const extra = random.next() ** 2;
  const halfTime = metre.beatsPerBar === 4 && random.chance(0.15);
  const strike = (pitch: number, beat: number, velocity: number) => {
    sheet.strike(DRUM_CHANNEL, [pitch], beat, 0.2, velocity);
  };
  for (let beat = 0; beat < bars * metre.beatsPerBar; beat++) {
    const place = beat % metre.beatsPerBar;
    const backbeat = halfTime ? place === 2 : metre.beatsPerBar === 3 && !metre.compound ? place > 0 : place % 2 === 1;
    if (backbeat) strike(snare, beat, 92);
    else strike(KICK, beat, 96);
    if (!backbeat && random.chance(0.25 * extra)) strike(KICK, beat + (metre.compound ? 2 / 3 : 0.5), 84);
    for (let part = 0; part < hats; part++) strike(HAT, beat + part / hats, part === 0 ? 70 : 58);
  }
}
