import type { Page } from "@playwright/test";

/** What has reached the loudspeaker by Web Audio, as the audio thread saw it. */
export interface GraphReport {
  /** Distances between the pulses of the recording, in samples, and how often each occurred. */
  intervals: Record<string, number>;
  /** How many samples in a row were the longest silence since the first pulse. */
  longestSilence: number;
  /** The largest sample. */
  peak: number;
  seconds: number;
}

/** Runs in the audio thread: counts the distance from pulse to pulse, and silence between them. */
const WORKLET = `
registerProcessor("graph-recorder", class extends AudioWorkletProcessor {
  last = -1; first = -1; silent = 0; peak = 0; longest = 0; intervals = {};
  constructor() {
    super();
    this.port.onmessage = ({ data }) => {
      const seconds = (currentFrame - this.first) / sampleRate;
      this.port.postMessage({ intervals: this.intervals, longestSilence: this.longest, peak: this.peak, seconds });
      if (data !== "again") return;
      this.last = -1;
      this.longest = 0;
      this.peak = 0;
      this.intervals = {};
    };
  }
  process([[samples]]) {
    for (let at = 0; at < 128; at++) {
      const value = samples ? samples[at] : 0;
      this.peak = Math.max(this.peak, value);
      if (value > 0.5) {
        if (this.last >= 0) {
          const interval = currentFrame + at - this.last;
          this.intervals[interval] = (this.intervals[interval] ?? 0) + 1;
        } else this.first = currentFrame + at;
        this.last = currentFrame + at;
      }
      this.silent = value === 0 && this.last >= 0 ? this.silent + 1 : 0;
      this.longest = Math.max(this.longest, this.silent);
    }
    return true;
  }
});`;

/** Call it before the page is opened. The page's policy forbids the recorder's module, so the context must bypass it. */
export async function recordAudioGraph(page: Page): Promise<void> {
  await page.addInitScript((source) => {
    const connect = AudioNode.prototype.connect as (this: AudioNode, ...args: unknown[]) => AudioNode;
    const recorders: AudioWorkletNode[] = [];
    const record = async (node: AudioNode) => {
      const { audioWorklet, destination } = node.context;
      await audioWorklet.addModule(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
      const recorder = new AudioWorkletNode(node.context, "graph-recorder");
      connect.call(node, recorder);
      connect.call(recorder, destination);
      recorders.push(recorder);
    };
    AudioNode.prototype.connect = function (this: AudioNode, ...args: unknown[]) {
      if (args[0] instanceof AudioDestinationNode) void record(this);
      return connect.apply(this, args);
    } as AudioNode["connect"];
    Object.assign(window, {
      graphReport: (order: "go on" | "again") =>
        new Promise((resolve) => {
          const recorder = recorders.at(-1);
          if (!recorder) return resolve(null);
          recorder.port.onmessage = ({ data }) => resolve(data);
          recorder.port.postMessage(order);
        }),
    });
  }, WORKLET);
}

type Reporter = (order: "go on" | "again") => Promise<GraphReport | null>;

/**
 * Null before anything was played by Web Audio. With `again` the recorder counts from here: when its module arrives,
 * Chromium moves the graph to another thread, which is a gap that is not the page's.
 */
export const graphReport = (page: Page, order: "go on" | "again" = "go on"): Promise<GraphReport | null> =>
  page.evaluate((what) => (window as unknown as { graphReport: Reporter }).graphReport(what), order);
