import { decodeTrack, isDecodable } from "./decode-track";
import type { GaplessOutput } from "./gapless-output";
import type { LoopRange, OutputListener, Track, Tuning } from "./track";

export interface TakeoverOrder {
  track: Track;
  tuning: () => Tuning;
  loop: () => LoopRange | null;
  /** Whether it sounds now, so that the change must not be a gap. */
  isOn: () => boolean;
  listener: OutputListener;
}

/** Makes ready what takes over from the media element: the decoded track, stretched if it has to be. */
export class Takeover {
  #output: GaplessOutput | null = null;
  /** Ends a preparation that nobody waits for any more. */
  #preparing: AbortController | null = null;

  /** Null until something has taken over. */
  get output(): GaplessOutput | null {
    return this.#output;
  }

  get isBusy(): boolean {
    return this.#preparing !== null;
  }

  /** Resolves to what takes over, `"never"` if the track cannot be decoded, or null if it was left meanwhile. */
  async prepare({ track, tuning, loop, isOn, listener }: TakeoverOrder): Promise<GaplessOutput | "never" | null> {
    const preparing = new AbortController();
    this.#preparing = preparing;
    const { signal } = preparing;
    const { GaplessOutput } = await import("./gapless-output");
    const decoded = signal.aborted || !isDecodable(track, tuning()) ? null : await decodeTrack(track, signal);
    const output = decoded && new GaplessOutput(decoded, listener);
    if (output && !signal.aborted) {
      output.setLoop(loop());
      await output.setTuning(tuning());
      if (isOn() && !signal.aborted) await output.ready();
    }
    if (signal.aborted) {
      output?.dispose();
      return null;
    }
    this.#preparing = null;
    this.#output = output;
    return output ?? "never";
  }

  leave(): void {
    this.#preparing?.abort();
    this.#preparing = null;
    this.#output?.dispose();
    this.#output = null;
  }
}
