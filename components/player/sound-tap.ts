import type { Heard } from "./track";

/** Fine enough for the bass, and short enough to follow a beat. */
const FFT_SIZE = 4096;
const SMOOTHING = 0.55;

/** Not in every browser. */
type CapturedElement = HTMLAudioElement & { captureStream?: () => MediaStream };

/**
 * Listens in to what is played, from when it is made until it is disposed of. What is heard does not change. It begins
 * with a gesture at the earliest: before that a browser plays nothing and would only warn.
 */
export class SoundTap {
  #context: AudioContext | null = null;
  #analyser: AnalyserNode | null = null;
  #recorded: MediaStreamAudioDestinationNode | null = null;
  #source: MediaStreamAudioSourceNode | null = null;
  #followed: MediaStream | null = null;
  #captured: { from: HTMLAudioElement; src: string; stream: MediaStream | null } | null = null;
  #wasHeard = false;

  /** @param heard what is played now; another one when another output plays */
  constructor(private readonly heard: () => Heard | null) {}

  /** Asked for once a frame. Null while nothing is heard. */
  analyser(): AnalyserNode | null {
    const heard = this.heard();
    const stream = heard && "play" in heard ? this.#capture(heard) : heard;
    if (stream !== this.#followed) this.#follow(stream);
    return this.#source ? this.#analyser : null;
  }

  /** Whether anything has been heard until now. */
  get wasHeard(): boolean {
    return this.#wasHeard;
  }

  /** The sound as a track for a recording: silent until something plays, and the same when another output plays. */
  track(): MediaStreamTrack | null {
    this.analyser();
    if (!this.#context && !hadGesture()) return null;
    this.#context ??= new AudioContext();
    if (!this.#recorded) {
      this.#recorded = new MediaStreamAudioDestinationNode(this.#context);
      this.#source?.connect(this.#recorded);
    }
    return this.#recorded.stream.getAudioTracks()[0] ?? null;
  }

  dispose(): void {
    this.#follow(null);
    void this.#context?.close();
    this.#context = null;
    this.#analyser = null;
    this.#recorded = null;
  }

  /** A copy of what an element plays: routing the element itself would silence a file from another origin for good. */
  #capture(from: CapturedElement): MediaStream | null {
    const { currentSrc: src } = from;
    const known = this.#captured?.from === from && this.#captured.src === src ? this.#captured : null;
    if (known && (known.stream === null || isLive(known.stream))) return known.stream;
    if (!from.captureStream || from.readyState < from.HAVE_CURRENT_DATA) return null;
    try {
      const stream = from.captureStream();
      if (!isLive(stream)) return null;
      this.#captured = { from, src, stream };
      return stream;
    } catch {
      // The file comes from another origin, which does not let it be read.
      this.#captured = { from, src, stream: null };
      return null;
    }
  }

  #follow(stream: MediaStream | null): void {
    if (stream && !this.#context && !hadGesture()) return;
    this.#source?.disconnect();
    this.#source = null;
    this.#followed = stream;
    if (!stream) return;
    this.#context ??= new AudioContext();
    const context = this.#context;
    if (context.state === "suspended") void context.resume();
    this.#analyser ??= new AnalyserNode(context, { fftSize: FFT_SIZE, smoothingTimeConstant: SMOOTHING });
    this.#source = new MediaStreamAudioSourceNode(context, { mediaStream: stream });
    this.#source.connect(this.#analyser);
    this.#wasHeard = true;
    if (this.#recorded) this.#source.connect(this.#recorded);
  }
}

const isLive = (stream: MediaStream) => stream.getAudioTracks().some(({ readyState }) => readyState === "live");

/** Browsers that do not say so get none before something plays, and nothing plays without a gesture. */
const hadGesture = () => navigator.userActivation?.hasBeenActive ?? true;
