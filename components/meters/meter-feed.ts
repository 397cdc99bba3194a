import { audioPlayer } from "@/components/player/audio-player";
import { SoundTap } from "@/components/player/sound-tap";
import { METER_PROCESSOR, type MeterReading } from "./engine/live-meter";

/** Why there is nothing to measure. */
export type MeterObstacle = "withheld" | "insecure" | "unavailable";

/** What is read of one sample while it plays, from when the feed is made until it is disposed of. */
export class MeterFeed {
  readonly #tap: SoundTap;
  readonly #channels: 1 | 2;
  #node: AudioWorkletNode | null = null;
  #reading: MeterReading | null = null;
  #obstacle: MeterObstacle | null = null;
  #isDisposed = false;

  /**
   * @param channels of the file: a browser may hand out a mono sound as two channels, which would be 3 LU louder
   * @param onReading gets every reading, about fifty a second while it plays
   */
  constructor(
    sampleId: string,
    channels: number,
    private readonly onReading: (reading: MeterReading) => void,
  ) {
    this.#channels = channels === 1 ? 1 : 2;
    this.#tap = new SoundTap(
      () => audioPlayer().heardOf(sampleId),
      (context) => this.#makeNode(context),
    );
  }

  /** Asked for once a frame while the sound plays. Null while nothing is heard. */
  analyser(): AnalyserNode | null {
    return this.#tap.analyser();
  }

  get obstacle(): MeterObstacle | null {
    return this.#tap.isWithheld ? "withheld" : this.#obstacle;
  }

  /** The newest reading; null before the first. */
  get reading(): MeterReading | null {
    return this.#reading;
  }

  rest(): void {
    this.#tap.rest();
  }

  /** Begins to measure again. */
  restart(): void {
    this.#reading = null;
    this.#node?.port.postMessage(null);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#node?.port.close();
    this.#tap.dispose();
  }

  async #makeNode(context: AudioContext): Promise<AudioNode | null> {
    // Browsers have worklets only on pages that come by HTTPS or from this machine.
    if (!context.audioWorklet) {
      this.#obstacle = "insecure";
      return null;
    }
    try {
      await context.audioWorklet.addModule(new URL("../../dist/meter-processor.js", import.meta.url));
    } catch {
      if (!this.#isDisposed) this.#obstacle = "unavailable";
      return null;
    }
    if (this.#isDisposed) return null;
    const node = new AudioWorkletNode(context, METER_PROCESSOR, {
      processorOptions: { channels: this.#channels },
      channelCount: this.#channels,
      channelCountMode: "explicit",
      outputChannelCount: [1],
    });
    node.port.onmessage = ({ data }: MessageEvent<MeterReading>) => {
      this.#reading = data;
      this.onReading(data);
    };
    // Its output is silent. What leads nowhere is computed in some browsers only.
    node.connect(context.destination);
    this.#node = node;
    return node;
  }
}
