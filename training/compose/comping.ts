import type { Comping, Style } from "./styles/style";

/** One strike of a bar's chord, in steps from the bar line; with `tone`, only that note of the chord. */
export type Strike = { step: number; steps: number; loudness: number; tone?: number };

type Meter = Pick<Style, "beatsPerBar" | "stepsPerBeat">;

/** The strikes of every bar; a syncopated player strikes where `syncopation` says. */
export function compingStrikes(kind: Comping, meter: Meter, syncopation: readonly boolean[]): Strike[] {
  const { beatsPerBar, stepsPerBeat } = meter;
  const stepsPerBar = beatsPerBar * stepsPerBeat;
  const eighth = stepsPerBeat === 4 ? 2 : 1;
  const every = (stride: number, strike: (step: number) => Omit<Strike, "step">, from = 0) =>
    Array.from({ length: Math.ceil((stepsPerBar - from) / stride) }, (_, i) => from + i * stride).map((step) => ({
      step,
      ...strike(step),
    }));
  switch (kind) {
    case "pad":
      return [{ step: 0, steps: stepsPerBar, loudness: 1 }];
    case "halves":
      return every(2 * stepsPerBeat, () => ({ steps: stepsPerBeat * 2, loudness: 1 }));
    case "strum4":
      return every(stepsPerBeat, (step) => ({ steps: stepsPerBeat * 0.8, loudness: step === 0 ? 1.1 : 1 }));
    case "strum8":
      return every(eighth, (step) => ({ steps: eighth * 0.8, loudness: step % stepsPerBeat === 0 ? 1.1 : 0.85 }));
    case "offbeat":
      return every(stepsPerBeat, () => ({ steps: 1, loudness: 1 }), stepsPerBeat / 2);
    case "oompah":
      return every(stepsPerBeat, () => ({ steps: stepsPerBeat / 2, loudness: 0.8 }), stepsPerBeat);
    case "syncopated":
      return every(1, () => ({ steps: 1.5, loudness: 1 })).filter(({ step }) => syncopation[step]);
    case "arpeggio":
      return every(eighth, (step) => ({ steps: eighth * 1.5, loudness: 1, tone: step / eighth }));
    case "sixteenths":
      return every(1, (step) => ({ steps: 1.5, loudness: 1, tone: step }));
    case "none":
      return [];
  }
}
