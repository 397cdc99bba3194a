import type { ElementOutput } from "./element-output";
import type { Track } from "./track";

/** What is likely to be played next, by the track's id, each fetched already. */
export class OutputsAhead {
  readonly #outputs = new Map<string, ElementOutput>();

  constructor(private readonly create: () => ElementOutput) {}

  /** Fetches the beginnings of these tracks and forgets all others. */
  fetchOnly(tracks: readonly Track[]): void {
    const wanted = new Map(tracks.map((track) => [track.id, track]));
    for (const [id, output] of this.#outputs) {
      if (wanted.has(id)) continue;
      this.#outputs.delete(id);
      output.dispose();
    }
    for (const { id, src } of wanted.values()) {
      if (this.#outputs.has(id)) continue;
      const output = this.create();
      this.#outputs.set(id, output);
      output.loadAhead(src);
    }
  }

  /** Null if it was not fetched, or could not be. */
  take(id: string): ElementOutput | null {
    const output = this.#outputs.get(id) ?? null;
    this.#outputs.delete(id);
    if (!output?.hasFailed) return output;
    output.dispose();
    return null;
  }

  /** Keeps what was played until now: it may be gone back to. */
  putBack(id: string | undefined, output: ElementOutput): void {
    if (id === undefined || output.hasFailed || this.#outputs.has(id)) {
      output.dispose();
      return;
    }
    output.setLoop(null);
    output.seek(0);
    this.#outputs.set(id, output);
  }
}
