import type { StretchAnswer, StretchOrder } from "./stretch-messages";

type Give = (channels: Float32Array<ArrayBuffer>[] | null) => void;

/** Stretches a recording beside the page, which stays quick meanwhile. Orders before the last one are given nothing. */
export class Stretcher {
  #worker: Worker | null = null;
  #id = 0;
  #give: Give | null = null;

  constructor(private readonly buffer: AudioBuffer) {}

  order(options: StretchOrder["options"], give: Give): void {
    this.cancel();
    this.#id += 1;
    this.#give = give;
    const channels = channelsOf(this.buffer);
    const order: StretchOrder = { id: this.#id, channels, options };
    this.#open().postMessage(
      order,
      channels.map(({ buffer }) => buffer),
    );
  }

  /** Nobody waits for the last order any more. */
  cancel(): void {
    const give = this.#give;
    this.#give = null;
    give?.(null);
  }

  dispose(): void {
    this.cancel();
    this.#worker?.terminate();
    this.#worker = null;
  }

  #open(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL("./stretch-worker.ts", import.meta.url), { type: "module", name: "stretch" });
    worker.addEventListener("message", ({ data }: MessageEvent<StretchAnswer>) => {
      if (data.id !== this.#id) return;
      const give = this.#give;
      this.#give = null;
      give?.(data.channels as Float32Array<ArrayBuffer>[]);
    });
    this.#worker = worker;
    return worker;
  }
}

/** Copies, which can be given away. */
const channelsOf = (buffer: AudioBuffer): Float32Array<ArrayBuffer>[] =>
  Array.from({ length: buffer.numberOfChannels }, (_, channel) => buffer.getChannelData(channel).slice());
