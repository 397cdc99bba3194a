const FORMATS = ["video/webm;codecs=vp9,opus", "video/webm;codecs=vp8,opus", "video/webm"];
const FRAMES_PER_SECOND = 30;
const BITS_PER_SECOND = 8_000_000;
/** Ten minutes at this rate are more than half a gigabyte of memory. */
export const RECORDING_MAX_SECONDS = 600;

const formatOf = () => FORMATS.find((format) => MediaRecorder.isTypeSupported(format));

export function canRecord(): boolean {
  if (typeof MediaRecorder === "undefined" || !("captureStream" in HTMLCanvasElement.prototype)) return false;
  return formatOf() !== undefined;
}

/** A film of a canvas, with the sound where it can be had. */
export class PictureRecorder {
  readonly #recorder: MediaRecorder;
  readonly #parts: Blob[] = [];
  readonly #video: MediaStreamTrack[];

  /** Begins at once. @throws if the browser cannot record */
  constructor(canvas: HTMLCanvasElement, sound: MediaStreamTrack | null) {
    const stream = canvas.captureStream(FRAMES_PER_SECOND);
    this.#video = stream.getVideoTracks();
    if (sound) stream.addTrack(sound);
    const mimeType = formatOf();
    this.#recorder = new MediaRecorder(stream, {
      ...(mimeType ? { mimeType } : {}),
      videoBitsPerSecond: BITS_PER_SECOND,
    });
    this.#recorder.addEventListener("dataavailable", ({ data }) => this.#parts.push(data));
    this.#recorder.start(1000);
  }

  async stop(): Promise<Blob> {
    const recorder = this.#recorder;
    if (recorder.state !== "inactive") {
      const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
      recorder.stop();
      await stopped;
    }
    for (const track of this.#video) track.stop();
    return new Blob(this.#parts, { type: "video/webm" });
  }
}
