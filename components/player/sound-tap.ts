import type { Heard } from "./track";

/** Fine enough for the bass, and short enough to follow a beat. */
const FFT_SIZE = 4096;
const SMOOTHING = 0.55;

/** Not in every browser. */
type CapturedElement = HTMLAudioElement & { captureStream?: () => MediaStream };

/** Makes a node that gets the sound; null if it cannot be made here. */
export type NodeMaker = (context: AudioContext) => Promise<AudioNode | null>;

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
  #node: AudioNode | null = null;
  #wasHeard = false;
  #isResting = false;

  /**
   * @param heard what is played now; another one when another output plays
   * @param makeNode makes one more node that gets the sound, as soon as there is a context
   */
  constructor(
    private readonly heard: () => Heard | null,
    private readonly makeNode: NodeMaker | null = null,
  ) {}

  /** Asked for once a frame. Null while nothing is heard. */
  analyser(): AnalyserNode | null {
    if (this.#isResting) {
      this.#isResting = false;
      void this.#context?.resume();
    }
    const heard = this.heard();
    const stream = heard && "play" in heard ? this.#capture(heard) : heard;
    if (stream !== this.#followed) this.#follow(stream);
    return this.#source ? this.#analyser : null;
  }

  /** Computes nothing until the analyser is asked for again. */
  rest(): void {
    if (this.#isResting) return;
    this.#isResting = true;
    void this.#context?.suspend();
  }

  /** Whether the browser plays this but hands out none of it: it cannot, or the file may not be read. */
  get isWithheld(): boolean {
    const heard = this.heard();
    if (!heard || !("play" in heard)) return false;
    const { captureStream, currentSrc }: CapturedElement = heard;
    const isRefused = this.#captured?.from === heard && this.#captured.src === currentSrc && !this.#captured.stream;
    return !captureStream || isRefused;
  }

  /** Whether anything has been heard until now. */
  get wasHeard(): boolean {
    return this.#wasHeard;
  }

  /** The sound as a track for a recording: silent until something plays, and the same when another output plays. */
  track(): MediaStreamTrack | null {
    this.analyser();
    if (!this.#context && !hadGesture()) return null;
    const context = this.#open();
    if (!this.#recorded) {
      this.#recorded = new MediaStreamAudioDestinationNode(context);
      this.#source?.connect(this.#recorded);
    }
    return this.#recorded.stream.getAudioTracks()[0] ?? null;
  }

  dispose(): void {
    this.#follow(null);
    this.#node?.disconnect();
    this.#release();
    void this.#context?.close();
    this.#context = null;
    this.#node = null;
    this.#analyser = null;
    this.#recorded = null;
  }

  /** Nobody listens to the copy any more, so the element need not make it. */
  #release(): void {
    for (const track of this.#captured?.stream?.getAudioTracks() ?? []) track.stop();
    this.#captured = null;
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
      this.#release();
      this.#captured = { from, src, stream };
      return stream;
    } catch {
      // The file comes from another origin, which does not let it be read.
      this.#release();
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
    const context = this.#open();
    if (context.state === "suspended") void context.resume();
    this.#analyser ??= new AnalyserNode(context, { fftSize: FFT_SIZE, smoothingTimeConstant: SMOOTHING });
    this.#source = new MediaStreamAudioSourceNode(context, { mediaStream: stream });
    this.#source.connect(this.#analyser);
    this.#wasHeard = true;
    if (this.#recorded) this.#source.connect(this.#recorded);
    if (this.#node) this.#source.connect(this.#node);
  }

  #open(): AudioContext {
    if (this.#context) return this.#context;
    const context = new AudioContext();
    this.#context = context;
    void this.makeNode?.(context).then((node) => {
      if (!node) return;
      // It was disposed of in the meantime.
      if (this.#context !== context) return node.disconnect();
      this.#node = node;
      this.#source?.connect(node);
    });
    return context;
  }
}

const isLive = (stream: MediaStream) => stream.getAudioTracks().some(({ readyState }) => readyState === "live");

/** Browsers that do not say so get none before something plays, and nothing plays without a gesture. */
const hadGesture = () => navigator.userActivation?.hasBeenActive ?? true;
