import { prepareCanvas } from "@/components/waveform/screen-canvas";
import { FallingLevel } from "./engine/ballistics";
import { larger } from "./engine/larger";
import type { MeterReading } from "./engine/live-meter";
import type { MeterColours } from "./engine/meter-colours";
import { spectrumColumns } from "./engine/meter-scale";
import { Goniometer, paintAxes } from "./engine/paint-goniometer";
import { type LevelBar, paintLevels } from "./engine/paint-levels";
import { paintSpectrum } from "./engine/paint-spectrum";

const COLUMNS = 240;
const SILENT_DB = Number.NEGATIVE_INFINITY;
/** A frame longer than this was a pause. */
const FRAME_MAX_SECONDS = 1.2;

type Canvases = Record<"spectrum" | "axes" | "goniometer" | "levels", HTMLCanvasElement | null>;

/** Paints the three pictures of the meters from what is read. Null of a canvas is one that is not there yet. */
export class MeterPainter {
  readonly canvases: Canvases = { spectrum: null, axes: null, goniometer: null, levels: null };
  readonly #columns = new Float32Array(COLUMNS);
  readonly #spectrum = Array.from({ length: COLUMNS }, () => new FallingLevel());
  readonly #goniometer = new Goniometer();
  readonly #bars: readonly LevelBar[];
  #bins = new Float32Array(0);
  #colours: MeterColours | null = null;
  #paintedMs: number | null = null;
  #reading: MeterReading | null = null;
  /** The largest since the picture before: there are more readings than pictures on a slow screen. */
  #peaks: readonly number[] = [];
  #isNew = false;

  constructor(channels: number) {
    const peaks = channels === 1 ? ["Mono"] : ["L", "R"];
    this.#bars = [...peaks, "M", "S"].map((name) => ({ name, level: new FallingLevel() }));
  }

  /** Reads the theme's colours from the page, and paints what does not move. */
  readColours(): void {
    const canvas = this.canvases.levels;
    if (!canvas) return;
    const style = getComputedStyle(canvas);
    const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
    this.#colours = {
      primary: colour("primary"),
      accent: colour("accent"),
      warning: colour("warning"),
      danger: colour("danger"),
      text: colour("muted-foreground"),
      line: colour("border"),
      font: `500 10px ${style.fontFamily}`,
    };
    this.#paintStill();
  }

  /** Takes what is shown in the next picture. */
  add(reading: MeterReading): void {
    this.#reading = reading;
    this.#peaks = larger(this.#peaks, reading.truePeakDb);
    this.#isNew = true;
  }

  paint(analyser: AnalyserNode | null): void {
    const nowMs = performance.now();
    const elapsed = this.#paintedMs === null ? 0 : (nowMs - this.#paintedMs) / 1000;
    this.#paintedMs = nowMs;
    this.#update(analyser, Math.min(FRAME_MAX_SECONDS, elapsed));
    this.#paintSpectrum();
    this.#paintLevels();
    // Each moment is drawn once, or the afterglow would never fade.
    if (this.#reading && this.#isNew) this.#paintGoniometer(this.#reading);
    this.#peaks = [];
    this.#isNew = false;
  }

  /** As before the first sound. */
  clear(): void {
    for (const level of [...this.#spectrum, ...this.#bars.map((bar) => bar.level)]) level.reset();
    for (const bar of this.#bars) bar.innerDb = undefined;
    this.#paintedMs = null;
    this.#reading = null;
    this.#peaks = [];
    this.#paintStill();
  }

  #paintStill(): void {
    this.#paintSpectrum();
    this.#paintLevels();
    const { axes, goniometer } = this.canvases;
    if (axes && this.#colours) {
      const screen = prepareCanvas(axes, axes.clientWidth, axes.clientHeight);
      screen?.context.scale(screen.scale, screen.scale);
      if (screen) paintAxes(screen.context, axes.clientWidth, this.#colours);
    }
    if (goniometer) prepareCanvas(goniometer, goniometer.clientWidth, goniometer.clientHeight);
  }

  #update(analyser: AnalyserNode | null, elapsed: number): void {
    if (analyser) {
      if (this.#bins.length !== analyser.frequencyBinCount) this.#bins = new Float32Array(analyser.frequencyBinCount);
      const bins = this.#bins as Float32Array<ArrayBuffer>;
      analyser.getFloatFrequencyData(bins);
      spectrumColumns(bins, analyser.context.sampleRate, this.#columns);
      for (const [index, level] of this.#spectrum.entries()) level.update(this.#columns[index] ?? SILENT_DB, elapsed);
    }
    const reading = this.#reading;
    if (!reading) return;
    const { rmsDb, momentaryLufs, shortTermLufs } = reading;
    const levels = [...rmsDb.map((_, channel) => this.#peaks[channel] ?? SILENT_DB), momentaryLufs, shortTermLufs];
    for (const [index, { level }] of this.#bars.entries()) level.update(levels[index] ?? SILENT_DB, elapsed);
    for (const [channel, db] of rmsDb.entries()) {
      const bar = this.#bars[channel];
      if (bar) bar.innerDb = db;
    }
  }

  #paintSpectrum(): void {
    const screen = this.#screen("spectrum");
    if (screen) paintSpectrum(screen.context, this.#spectrum, screen, screen.colours);
  }

  #paintLevels(): void {
    const screen = this.#screen("levels");
    if (screen) paintLevels(screen.context, this.#bars, screen, screen.colours);
  }

  #paintGoniometer(reading: MeterReading): void {
    const canvas = this.canvases.goniometer;
    const context = canvas?.getContext("2d");
    if (canvas && context && this.#colours) this.#goniometer.paint(context, reading, canvas.width, this.#colours);
  }

  #screen(name: keyof Canvases) {
    const canvas = this.canvases[name];
    if (!canvas || !this.#colours) return null;
    const { clientWidth: width, clientHeight: height } = canvas;
    const screen = prepareCanvas(canvas, width, height);
    screen?.context.scale(screen.scale, screen.scale);
    return screen && { context: screen.context, width, height, colours: this.#colours };
  }
}
