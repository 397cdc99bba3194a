import type { SeededRandom } from "@/bench/statistics/seeded-random";
import { BASS_CHANNEL, CHORD_CHANNEL, MELODY_CHANNEL } from "@/training/compose/composition";
import { accompany } from "@/training/compose/human/textures";
import type { Texture } from "@/training/compose/styles/human-styles";
import { type Cutting, drawHabit, pianoBar } from "./bar-rhythms";
import { type ChordSpan, chordAt, chordSpans, nextPitch } from "./played-harmony";
import type { Sheet } from "./sheet";

const TEXTURES: Texture[] = ["alberti", "arpeggio", "block", "sparse", "octaves", "stride", "chorale", "arpeggio"];
const WALTZ: Texture[] = ["bass and chords", "bass and chords", "arpeggio", "sparse", "block", "alberti"];
/** Seconds from onset to onset that hands are comfortable with. */
const FINEST_SECONDS = [0.085, 0.3] as const;
/** Beats longer than this are felt in parts. */
const PULSE_SECONDS = 1;
const PHRASE_BARS = 4;

/** Music for a pianist: a melody in bars that return, over a left hand that keeps or changes its manner. */
export function writePiano(sheet: Sheet): void {
  const { random, frame } = sheet;
  const spans = chordSpans(random, { ...frame, plain: false });
  const cutting = drawCutting(random, frame.bpm, frame.metre.compound);
  writeRightHand(sheet, spans, cutting);
  if (random.chance(0.15)) writeCounterpoint(sheet, spans, cutting);
  else writeLeftHand(sheet, spans, drawCutting(random, frame.bpm, frame.metre.compound));
}

/** How a beat is cut, so that the quickest notes come as quickly as people play. */
function drawCutting(random: SeededRandom, bpm: number, compound: boolean): Cutting {
  const [quick, slow] = FINEST_SECONDS;
  const beat = 60 / bpm;
  const wanted = beat / (quick * (slow / quick) ** random.next());
  const options = compound
    ? [1, 3, 3, 6, 12]
    : [1, 2, 4, 8, 16, random.chance(0.25) ? 3 : 2, random.chance(0.15) ? 6 : 4];
  const whole = options.reduce((a, b) => (Math.abs(Math.log(b / wanted)) < Math.abs(Math.log(a / wanted)) ? b : a));
  const long = compound ? 3 : 2;
  const pulses = beat > PULSE_SECONDS * random.between(0.8, 1.3) && whole % long === 0 ? long : 1;
  return { pulses, parts: whole / pulses };
}

function writeRightHand(sheet: Sheet, spans: ChordSpan[], cutting: Cutting): void {
  const { random, frame } = sheet;
  const { metre, tonic, mode, bars, pickup } = frame;
  const habit = drawHabit(random);
  const palette = Array.from({ length: random.whole(2, 6) }, () => pianoBar(random, metre.beatsPerBar, cutting, habit));
  const held = random.between(0.5, 1.2);
  const chordal = random.next() ** 3;
  const lead = -0.006 * random.next();
  let pitch = 72 + random.whole(-5, 7);
  for (let bar = pickup > 0 ? -1 : 0; bar < bars; bar++) {
    const motif = palette[bar % palette.length] ?? [];
    let onsets = random.chance(0.65) ? motif : pianoBar(random, metre.beatsPerBar, cutting, habit);
    if ((bar + 1) % PHRASE_BARS === 0 && random.chance(0.45)) onsets = [0];
    if (bar < 0) onsets = onsets.filter((at) => at >= metre.beatsPerBar - pickup);
    onsets.forEach((at, i) => {
      const beat = bar * metre.beatsPerBar + at;
      const chord = chordAt(spans, beat);
      const onBeat = Number.isInteger(at);
      pitch = nextPitch(random, pitch, { chord, tonic, mode, onBeat, range: 12 });
      const until = (onsets[i + 1] ?? metre.beatsPerBar) - at;
      const below = [chord.third, chord.fifth].map((above) => tonic + chord.root + above).map((p) => under(p, pitch));
      const pitches = random.next() < chordal * (onBeat ? 1 : 0.4) ? [...below, pitch] : [pitch];
      sheet.strike(
        MELODY_CHANNEL,
        pitches.sort((a, b) => a - b),
        beat,
        until * held,
        71,
        lead,
      );
    });
  }
}

const under = (tone: number, pitch: number) => pitch - 12 + ((((tone - pitch) % 12) + 12) % 12);

function writeLeftHand(sheet: Sheet, spans: ChordSpan[], { pulses, parts }: Cutting): void {
  const { random, frame } = sheet;
  const { metre, tonic, bars } = frame;
  const textures = metre.beatsPerBar === 3 && !metre.compound ? WALTZ : TEXTURES;
  const plan = {
    texture: random.pick(textures),
    beatsPerBar: metre.beatsPerBar,
    parts: parts * pulses,
    every: random.pick([1, 1, 2, metre.beatsPerBar]) / pulses,
    tonic,
  };
  const held = random.between(0.5, 2);
  const missing = random.next() ** 2 * 0.25;
  const late = 0.012 * random.next();
  for (let bar = 0; bar < bars; bar++) {
    if (bar % PHRASE_BARS === 0 && random.chance(0.2)) plan.texture = random.pick(textures);
    const from = bar * metre.beatsPerBar;
    const starts = [from, ...spans.map(({ beat }) => beat).filter((b) => b > from && b < from + metre.beatsPerBar)];
    starts.forEach((start, i) => {
      const beats = (starts[i + 1] ?? from + metre.beatsPerBar) - start;
      const chord = chordAt(spans, start);
      for (const strike of accompany({ ...plan, beatsPerBar: beats }, [chord])) {
        if (random.chance(missing)) continue;
        const channel = strike.bass ? BASS_CHANNEL : CHORD_CHANNEL;
        sheet.strike(channel, strike.pitches, start + strike.beat, strike.beats * held, strike.bass ? 60 : 57, late);
      }
    });
  }
}

/** A second melody below the first, as in an invention. */
function writeCounterpoint(sheet: Sheet, spans: ChordSpan[], cutting: Cutting): void {
  const { random, frame } = sheet;
  const { metre, tonic, mode, bars } = frame;
  const habit = drawHabit(random);
  let pitch = 72;
  for (let bar = 0; bar < bars; bar++) {
    const onsets = pianoBar(random, metre.beatsPerBar, cutting, habit);
    onsets.forEach((at, i) => {
      const beat = bar * metre.beatsPerBar + at;
      const chord = chordAt(spans, beat);
      pitch = nextPitch(random, pitch, { chord, tonic, mode, onBeat: Number.isInteger(at), range: 8 });
      sheet.strike(BASS_CHANNEL, [pitch - 24], beat, ((onsets[i + 1] ?? metre.beatsPerBar) - at) * 0.9, 62);
    });
  }
}
