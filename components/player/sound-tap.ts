/** Fine enough for the bass, and short enough to follow a beat. */
const FFT_SIZE = 4096;
const SMOOTHING = 0.55;

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
  #wasHeard = false;

  /** @param heard what is played now; another one when another output plays */
  constructor(private readonly heard: () => MediaStream | null) {}

  /** Asked for once a frame. Null while nothing is heard. */
  analyser(): AnalyserNode | null {
    const stream = this.heard();
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

/** Browsers that do not say so get none before something plays, and nothing plays without a gesture. */
const hadGesture = () => navigator.userActivation?.hasBeenActive ?? true;
