import { Scope } from "@/components/ui/scope";
import { heardTime } from "./heard-time";
import { onSamples, positionAfter } from "./loop-clock";
import type { PlaybackRate } from "./playback-rate";
import type { LoopRange, Output, OutputListener, Track } from "./track";

/** More than six minutes of stereo at 44.1 kHz. What is longer loops by the media element. */
const MAX_DECODED_BYTES = 128 * 1024 ** 2;
const REPORT_INTERVAL_MS = 200;
/** Rates at which every browser opens an audio context. */
const RATES_HZ = { lowest: 8_000, highest: 96_000 };

export interface GaplessOptions {
  track: Track;
  gain: number;
  rate: PlaybackRate;
  listener: OutputListener;
  signal: AbortSignal;
}

/**
 * Decodes a whole recording, to loop it without a gap. Returns null if it is too long, or cannot be fetched or decoded:
 * the media element then goes on.
 */
export async function openGapless(options: GaplessOptions): Promise<GaplessOutput | null> {
  const { track, signal } = options;
  const rateHz = track.sampleRateHz ?? 48_000;
  const samples = (track.durationSeconds ?? Number.POSITIVE_INFINITY) * rateHz * (track.channels ?? 2);
  if (samples * Float32Array.BYTES_PER_ELEMENT > MAX_DECODED_BYTES) return null;
  const context = contextAt(rateHz);
  try {
    const answer = await fetch(track.src, { signal });
    if (!answer.ok) throw new Error(`the sound was answered with ${answer.status}`);
    const buffer = await context.decodeAudioData(await answer.arrayBuffer());
    signal.throwIfAborted();
    return new GaplessOutput(context, buffer, options);
  } catch {
    void context.close();
    return null;
  }
}

/** At the file's own rate the samples are played as they are, and the loop is exact. */
function contextAt(rateHz: number): AudioContext {
  const isUsual = rateHz >= RATES_HZ.lowest && rateHz <= RATES_HZ.highest;
  return new AudioContext(isUsual ? { sampleRate: rateHz } : {});
}

/**
 * Plays a decoded recording. The loop is made by the audio thread, to the sample: it needs neither timers nor frames,
 * so it also goes on in a hidden tab.
 */
export class GaplessOutput implements Output {
  readonly #gain: GainNode;
  /** What is listened in to, before the volume. Made when somebody does. */
  #heard: MediaStreamAudioDestinationNode | null = null;
  #loop: LoopRange | null = null;
  /** Null while paused. */
  #source: AudioBufferSourceNode | null = null;
  /** The position, at the time `#since` of the context. */
  #from = 0;
  #since = 0;
  /** Seconds of the recording in one second. */
  #rate: number;
  #reports: Scope | null = null;
  readonly #listener: OutputListener;

  constructor(
    private readonly context: AudioContext,
    private readonly buffer: AudioBuffer,
    { gain, rate, listener }: Pick<GaplessOptions, "gain" | "rate" | "listener">,
  ) {
    this.#listener = listener;
    this.#rate = rate.rate;
    this.#gain = new GainNode(context, { gain });
    this.#gain.connect(context.destination);
  }

  get seconds(): number {
    return this.#secondsAt(heardTime(this.context));
  }

  /** Resolves when the context runs, so that what plays until then stops only when this begins. */
  async ready(): Promise<void> {
    await this.context.resume();
  }

  play(): void {
    if (this.#source) return;
    void this.context.resume();
    this.#start();
    this.#reports = new Scope();
    this.#reports.interval(() => this.#listener.onPosition(), REPORT_INTERVAL_MS);
    this.#listener.onStatus("playing");
  }

  pause(): void {
    if (!this.#source) return;
    this.#stop();
    void this.context.suspend();
    this.#listener.onStatus("paused");
  }

  seek(seconds: number): void {
    const isOn = this.#source !== null;
    if (isOn) this.#stop();
    this.#from = Math.max(0, Math.min(seconds, this.buffer.duration));
    if (isOn) this.play();
    this.#listener.onPosition();
  }

  setLoop(loop: LoopRange | null): void {
    const at = this.#hold();
    this.#loop = loop && onSamples(loop, this.buffer.sampleRate, this.buffer.length);
    if (!this.#source) return;
    if (this.#loop && at >= this.#loop.endSeconds) this.seek(this.#loop.startSeconds);
    else this.#applyLoop(this.#source);
  }

  setGain(gain: number): void {
    this.#gain.gain.setTargetAtTime(gain, this.context.currentTime, 0.01);
  }

  /** The pitch changes with it: a buffer is not stretched. */
  setRate({ rate }: PlaybackRate): void {
    this.#hold();
    this.#rate = rate;
    if (this.#source) this.#source.playbackRate.value = rate;
  }

  heard(): MediaStream {
    if (!this.#heard) {
      this.#heard = new MediaStreamAudioDestinationNode(this.context);
      this.#source?.connect(this.#heard);
    }
    return this.#heard.stream;
  }

  dispose(): void {
    this.#stop();
    void this.context.close();
  }

  #start(): void {
    const source = new AudioBufferSourceNode(this.context, { buffer: this.buffer, playbackRate: this.#rate });
    this.#applyLoop(source);
    source.connect(this.#gain);
    if (this.#heard) source.connect(this.#heard);
    source.onended = () => {
      if (this.#source === source) this.#ended();
    };
    if (this.#loop && this.#from >= this.#loop.endSeconds) this.#from = this.#loop.startSeconds;
    source.start(0, this.#from);
    this.#since = this.context.currentTime;
    this.#source = source;
  }

  /** From here the clock counts anew: what was played until now was played by other rules. */
  #hold(): number {
    const { currentTime } = this.context;
    this.#from = this.#secondsAt(currentTime);
    this.#since = currentTime;
    return this.#from;
  }

  /** The position at a time of the context. */
  #secondsAt(contextTime: number): number {
    if (!this.#source) return this.#from;
    const played = (contextTime - this.#since) * this.#rate;
    return positionAfter(played, this.#from, this.#loop, this.buffer.duration);
  }

  #applyLoop(source: AudioBufferSourceNode): void {
    source.loop = this.#loop !== null;
    source.loopStart = this.#loop?.startSeconds ?? 0;
    source.loopEnd = this.#loop?.endSeconds ?? 0;
  }

  #stop(): void {
    this.#from = this.seconds;
    const source = this.#source;
    this.#source = null;
    source?.stop();
    source?.disconnect();
    this.#reports?.dispose();
  }

  #ended(): void {
    this.#stop();
    this.#from = 0;
    void this.context.suspend();
    this.#listener.onEnded();
  }
}
