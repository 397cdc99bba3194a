const CLICK_SECONDS = 0.03;
const ONE_HZ = 1760;
const BEAT_HZ = 1175;
const NOTE_SECONDS = 1.1;
const MIDDLE_C_HZ = 261.626;

let context: AudioContext | null = null;

/** One for the page. It is created with a key press or click, as browsers ask for. */
export function studioContext(): AudioContext {
  context ??= new AudioContext({ latencyHint: "interactive" });
  if (context.state === "suspended") void context.resume();
  return context;
}

/** A short blip at a time of the context's clock; higher on the one of the bar. */
export function click(atSeconds: number, isOne: boolean): void {
  sound({ hertz: isOne ? ONE_HZ : BEAT_HZ, atSeconds, lengthSeconds: CLICK_SECONDS, peak: 0.35, shape: "square" });
}

/** A chord on a pitch class (0 = C … 11 = B): what a key sounds like. */
export function playTriad({ tonic, mode }: { tonic: number; mode: "major" | "minor" }): void {
  const now = studioContext().currentTime;
  for (const interval of [0, mode === "major" ? 4 : 3, 7]) {
    const hertz = MIDDLE_C_HZ * 2 ** ((tonic + interval) / 12);
    sound({ hertz, atSeconds: now, lengthSeconds: NOTE_SECONDS, peak: 0.14, shape: "triangle" });
  }
}

interface Sound {
  hertz: number;
  atSeconds: number;
  lengthSeconds: number;
  /** Amplitude, 0–1. */
  peak: number;
  shape: OscillatorType;
}

function sound({ hertz, atSeconds, lengthSeconds, peak, shape }: Sound): void {
  const audio = studioContext();
  const oscillator = new OscillatorNode(audio, { type: shape, frequency: hertz });
  const level = new GainNode(audio, { gain: 0 });
  const start = Math.max(atSeconds, audio.currentTime);
  level.gain.setValueAtTime(0, start);
  level.gain.linearRampToValueAtTime(peak, start + 0.004);
  level.gain.exponentialRampToValueAtTime(0.0001, start + lengthSeconds);
  oscillator.connect(level).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + lengthSeconds);
}
