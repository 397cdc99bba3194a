import { Scope } from "@/components/ui/scope";
import type { DecodedTrack } from "./decode-track";
import { heardTime } from "./heard-time";
import { onSamples, positionAfter } from "./loop-clock";
import { ceilingOf } from "./loudness-match";
import { Stretcher } from "./stretcher";
import { AS_RECORDED, type LoopRange, type Output, type OutputListener, type Tuning } from "./track";
import { needsStretching } from "./tuning";

const REPORT_INTERVAL_MS = 200;
/** How fast another volume is reached. */
const GAIN_SECONDS = 0.03;
/** How long a stretched sound takes to replace the one before. */
const CROSSFADE_SECONDS = 0.015;

/** What is played: the recording, or a copy that is longer or shorter. */
interface Take {
  buffer: AudioBuffer;
  /** Its length, in lengths of the recording. */
  factor: number;
}

interface Voice {
  source: AudioBufferSourceNode;
  fade: GainNode;
}

/**
 * Plays a decoded recording. The loop is made by the audio thread, to the sample: it needs neither timers nor frames,
 * so it also goes on in a hidden tab. Where pitch and tempo change by different factors, a stretched copy is played at
 * the rate that has the pitch.
 */
export class GaplessOutput implements Output {
  readonly #context: AudioContext;
  readonly #gain: GainNode;
  readonly #stretcher: Stretcher;
  readonly #recording: Take;
  #take: Take;
  /** What is listened in to, before the volume. Made when somebody does. */
  #heard: MediaStreamAudioDestinationNode | null = null;
  #asked: LoopRange | null = null;
  /** The loop that was asked for, on whole samples. */
  #loop: LoopRange | null = null;
  #tuning = AS_RECORDED;
  /** Null while paused. */
  #voice: Voice | null = null;
  /** The position in the recording, at the time `#since` of the context. */
  #from = 0;
  #since = 0;
  #reports: Scope | null = null;
  /** The most that it can be raised by. Looked for when it is. */
  #ceiling: number | null = null;

  constructor(
    { context, buffer }: DecodedTrack,
    private readonly listener: OutputListener,
  ) {
    this.#context = context;
    this.#recording = { buffer, factor: 1 };
    this.#take = this.#recording;
    this.#stretcher = new Stretcher(buffer);
    this.#gain = new GainNode(context);
    this.#gain.connect(context.destination);
  }

  get seconds(): number {
    return this.#secondsAt(heardTime(this.#context));
  }

  /** Resolves when the context runs, so that what plays until then stops only when this begins. */
  async ready(): Promise<void> {
    await this.#context.resume();
  }

  play(): void {
    if (this.#voice) return;
    void this.#context.resume();
    this.#start();
    this.#reports = new Scope();
    this.#reports.interval(() => this.listener.onPosition(), REPORT_INTERVAL_MS);
    this.listener.onStatus("playing");
  }

  pause(): void {
    if (!this.#voice) return;
    this.#stop();
    void this.#context.suspend();
    this.listener.onStatus("paused");
  }

  seek(seconds: number): void {
    const isOn = this.#voice !== null;
    if (isOn) this.#stop();
    this.#from = Math.max(0, Math.min(seconds, this.#recording.buffer.duration));
    if (isOn) this.play();
    this.listener.onPosition();
  }

  setLoop(loop: LoopRange | null): void {
    if (loop === this.#asked) return;
    this.#asked = loop;
    const at = this.#hold();
    const { buffer } = this.#recording;
    this.#loop = loop && onSamples(loop, buffer.sampleRate, buffer.length);
    if (this.#voice) {
      if (this.#loop && at >= this.#loop.endSeconds) this.seek(this.#loop.startSeconds);
      else this.#applyLoop(this.#voice.source);
    }
    // A stretched loop has a seam of its own.
    if (needsStretching(this.#tuning)) void this.#retake();
  }

  setGain(gain: number): void {
    if (gain > 1) this.#ceiling ??= ceilingOf(highestSample(this.#recording.buffer));
    const bounded = Math.min(gain, this.#ceiling ?? 1);
    // What is about to begin has no volume to come from.
    if (!this.#voice) this.#gain.gain.value = Math.min(1, bounded);
    this.#gain.gain.setTargetAtTime(bounded, this.#context.currentTime, GAIN_SECONDS);
  }

  /** The tempo is right at once, the pitch when the stretched copy is there. Resolves then. */
  async setTuning(tuning: Tuning): Promise<void> {
    if (tuning.tempo === this.#tuning.tempo && tuning.pitch === this.#tuning.pitch) return;
    this.#hold();
    this.#tuning = tuning;
    if (this.#voice) this.#voice.source.playbackRate.value = this.#rate;
    await this.#retake();
  }

  heard(): MediaStream {
    if (!this.#heard) {
      this.#heard = new MediaStreamAudioDestinationNode(this.#context);
      this.#voice?.fade.connect(this.#heard);
    }
    return this.#heard.stream;
  }

  dispose(): void {
    this.#stop();
    this.#stretcher.dispose();
    void this.#context.close();
  }

  /** At which a buffer of this length has the tempo. If it is the right length, it has the pitch as well. */
  get #rate(): number {
    return this.#tuning.tempo * this.#take.factor;
  }

  /** Makes the copy that the tuning and the loop need, and goes over to it. Until then the old one plays. */
  #retake(): Promise<void> {
    this.#stretcher.cancel();
    const { buffer } = this.#recording;
    if (!needsStretching(this.#tuning)) {
      this.#goOver(this.#recording);
      return Promise.resolve();
    }
    const factor = this.#tuning.pitch / this.#tuning.tempo;
    const sample = (seconds: number) => Math.round(seconds * buffer.sampleRate);
    const loop = this.#loop && { start: sample(this.#loop.startSeconds), end: sample(this.#loop.endSeconds) };
    return new Promise((resolve) => {
      const options = { factor, sampleRateHz: buffer.sampleRate, ...(loop ? { loop } : {}) };
      this.#stretcher.order(options, (channels) => {
        if (channels) {
          const length = Math.max(1, channels[0]?.length ?? 0);
          const copy = this.#context.createBuffer(channels.length, length, buffer.sampleRate);
          for (const [channel, samples] of channels.entries()) copy.copyToChannel(samples, channel);
          this.#goOver({ buffer: copy, factor });
        }
        resolve();
      });
    });
  }

  #goOver(take: Take): void {
    if (take === this.#take) return;
    const isOn = this.#voice !== null;
    if (isOn) this.#stop(CROSSFADE_SECONDS);
    this.#take = take;
    if (isOn) this.#start(CROSSFADE_SECONDS);
  }

  /** @param fadeSeconds 0 begins at once: an attack stays sharp */
  #start(fadeSeconds = 0): void {
    const context = this.#context;
    const source = new AudioBufferSourceNode(context, { buffer: this.#take.buffer, playbackRate: this.#rate });
    const fade = new GainNode(context, { gain: fadeSeconds > 0 ? 0 : 1 });
    if (fadeSeconds > 0) ramp(fade.gain, 0, 1, context.currentTime, fadeSeconds);
    this.#applyLoop(source);
    source.connect(fade).connect(this.#gain);
    if (this.#heard) fade.connect(this.#heard);
    const voice = { source, fade };
    source.onended = () => {
      if (this.#voice === voice) this.#ended();
    };
    if (this.#loop && this.#from >= this.#loop.endSeconds) this.#from = this.#loop.startSeconds;
    source.start(0, this.#from * this.#take.factor);
    this.#since = context.currentTime;
    this.#voice = voice;
  }

  /** From here the clock counts anew: what was played until now was played by other rules. */
  #hold(): number {
    const { currentTime } = this.#context;
    this.#from = this.#secondsAt(currentTime);
    this.#since = currentTime;
    return this.#from;
  }

  /** The position at a time of the context. */
  #secondsAt(contextTime: number): number {
    if (!this.#voice) return this.#from;
    const played = (contextTime - this.#since) * this.#tuning.tempo;
    return positionAfter(played, this.#from, this.#loop, this.#recording.buffer.duration);
  }

  #applyLoop(source: AudioBufferSourceNode): void {
    const { buffer, factor } = this.#take;
    const inTake = (seconds: number) => Math.round(seconds * buffer.sampleRate * factor) / buffer.sampleRate;
    const { startSeconds, endSeconds } = this.#loop ?? { startSeconds: 0, endSeconds: 0 };
    source.loop = this.#loop !== null;
    source.loopStart = inTake(startSeconds);
    // As the stretcher counts: a rounded length from a rounded start.
    source.loopEnd = source.loopStart + inTake(endSeconds - startSeconds);
  }

  #stop(fadeSeconds = 0): void {
    // A pause keeps what was heard last. What fades over goes on from what is computed now.
    this.#from = fadeSeconds > 0 ? this.#hold() : this.seconds;
    const voice = this.#voice;
    this.#voice = null;
    if (fadeSeconds === 0) {
      this.#reports?.dispose();
      this.#reports = null;
    }
    if (!voice) return;
    const { source, fade } = voice;
    if (fadeSeconds > 0) ramp(fade.gain, 1, 0, this.#context.currentTime, fadeSeconds);
    source.stop(this.#context.currentTime + fadeSeconds);
    if (fadeSeconds > 0) source.onended = () => fade.disconnect();
    else fade.disconnect();
  }

  #ended(): void {
    this.#stop();
    this.#from = 0;
    void this.#context.suspend();
    this.listener.onEnded();
  }
}

function ramp(gain: AudioParam, from: number, to: number, at: number, seconds: number): void {
  gain.setValueAtTime(from, at);
  gain.linearRampToValueAtTime(to, at + seconds);
}

function highestSample(buffer: AudioBuffer): number {
  let highest = 0;
  for (let channel = 0; channel < buffer.numberOfChannels; channel++)
    for (const sample of buffer.getChannelData(channel)) highest = Math.max(highest, Math.abs(sample));
  return highest;
}
