import type { SamplesInView } from "./detail";
import type { TimeRange } from "./peaks-view";

export interface PaintSamplesOptions {
  samples: SamplesInView;
  range: TimeRange;
  sampleRateHz: number;
  /** Pixels of the canvas, and how many of them a CSS pixel has. */
  widthPixels: number;
  heightPixels: number;
  scale: number;
  /** Amplification of every sample. */
  gain: number;
  /** The colour of each channel; further ones have the last. */
  colours: readonly string[];
  axis: string;
}

/** With this much room each sample is a dot, in CSS pixels. */
const DOT_ROOM = 6;
const DOT_RADIUS = 2.25;

/** Paints single samples, a line for each channel. The line is only drawn for the eye: sound has no corners. */
export function paintSamples(context: CanvasRenderingContext2D, options: PaintSamplesOptions): void {
  const { samples, range, sampleRateHz, widthPixels, heightPixels, scale, gain, colours, axis } = options;
  context.clearRect(0, 0, widthPixels, heightPixels);
  const middle = heightPixels / 2;
  context.fillStyle = axis;
  context.fillRect(0, Math.round(middle) - 0.5, widthPixels, 1);
  const pixelsPerFrame = widthPixels / ((range.endSeconds - range.startSeconds) * sampleRateHz);
  const left = (samples.firstFrame - range.startSeconds * sampleRateHz) * pixelsPerFrame;
  const yOf = (value: number) => middle - Math.max(-1, Math.min(1, value * gain)) * middle;
  context.lineWidth = 1.5 * scale;
  context.lineJoin = "round";
  // The first channel last: it lies over the others.
  for (let channel = samples.channels.length - 1; channel >= 0; channel--) {
    const values = samples.channels[channel] ?? new Float32Array(0);
    const colour = colours[Math.min(channel, colours.length - 1)] ?? axis;
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.beginPath();
    for (const [at, value] of values.entries()) context.lineTo(left + at * pixelsPerFrame, yOf(value));
    context.stroke();
    if (pixelsPerFrame < DOT_ROOM * scale) continue;
    for (const [at, value] of values.entries()) {
      context.beginPath();
      context.arc(left + at * pixelsPerFrame, yOf(value), DOT_RADIUS * scale, 0, 2 * Math.PI);
      context.fill();
    }
  }
}
