import type { Page } from "@playwright/test";
import type { HeardPiece } from "./envelope";
import type { ShownBeat } from "./offsets";

/** Since the listener was asked before. All times are those of the page's clock (`performance.now`). */
export interface Noticed {
  shown: ShownBeat[];
  heard: HeardPiece[];
  /** When somebody jumped to another place. */
  seeksMs: number[];
  /** How long each frame of the page took. */
  framesMs: number[];
}

// What Chromium has, and the types of a page do not know.
interface SoundData {
  /** Microseconds, from some beginning. */
  timestamp: number;
  numberOfFrames: number;
  sampleRate: number;
  copyTo(into: Float32Array, options: { planeIndex: number; format: "f32-planar" }): void;
  close(): void;
}
declare class MediaStreamTrackProcessor {
  constructor(options: { track: MediaStreamTrack; maxBufferSize: number });
  readonly readable: ReadableStream<SoundData>;
}
interface ListeningWindow extends Window {
  beats: Noticed;
  /** From the clock of the sound to the page's. */
  soundToPageMs: number;
}

/**
 * Listens to what the tab gives to the sound card, and watches the picture's beats. The sound is captured where the
 * browser's audio service mixes it, after every output of the player, and is told when it was to be played: each piece
 * arrives `latency` after that (the track's own statistics), and what arrives late because the page was busy is known
 * from what does not.
 */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const here = window as unknown as ListeningWindow;
    // Pages that were left are kept for a while.
    const roots = [...document.querySelectorAll<HTMLElement>("[data-visualizer]")];
    const root = roots.find((one) => one.checkVisibility());
    if (!root) throw new Error("there is no picture");
    here.beats = { shown: [], heard: [], seeksMs: [], framesMs: [] };
    let frameMs = performance.now();
    const frame = (nowMs: number) => {
      here.beats.framesMs.push(nowMs - frameMs);
      frameMs = nowMs;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    here.soundToPageMs = Number.POSITIVE_INFINITY;
    new MutationObserver(() => {
      const [index = -1, positionSeconds = 0] = (root.dataset.beat ?? "").split("@").map(Number);
      here.beats.shown.push({ index, positionSeconds, atMs: performance.now() });
    }).observe(root, { attributeFilter: ["data-beat"] });
    window.addEventListener("keydown", ({ key }) => {
      if (/^[jl]$/.test(key)) here.beats.seeksMs.push(performance.now());
    });

    const screen = await navigator.mediaDevices.getDisplayMedia({
      preferCurrentTab: true,
      video: { width: 64, height: 64, frameRate: 1 },
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    } as DisplayMediaStreamOptions);
    for (const track of screen.getVideoTracks()) track.stop();
    const [track] = screen.getAudioTracks() as [MediaStreamTrack & { stats: { minimumLatency: number } }];
    const reader = new MediaStreamTrackProcessor({ track, maxBufferSize: 400 }).readable.getReader();
    const take = (data: SoundData) => {
      const samples = new Float32Array(data.numberOfFrames);
      data.copyTo(samples, { planeIndex: 0, format: "f32-planar" });
      const atMs = data.timestamp / 1000;
      here.soundToPageMs = Math.min(here.soundToPageMs, performance.now() - atMs - track.stats.minimumLatency);
      const perMs = data.sampleRate / 1000;
      const values: number[] = Array(Math.round(data.numberOfFrames / perMs)).fill(0);
      for (const [at, sample] of samples.entries()) {
        const ms = Math.min(values.length - 1, Math.floor(at / perMs));
        values[ms] = Math.max(values[ms] ?? 0, Math.abs(sample));
      }
      here.beats.heard.push({ atMs, values });
      data.close();
    };
    const follow = async () => {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        take(value);
      }
    };
    void follow();
  });
}

/** What was noticed since the last time. */
export function noticed(page: Page): Promise<Noticed> {
  return page.evaluate(() => {
    const here = window as unknown as ListeningWindow;
    const { shown, heard, seeksMs, framesMs } = here.beats;
    here.beats = { shown: [], heard: [], seeksMs: [], framesMs: [] };
    const onPage = heard.map(({ atMs, values }) => ({ atMs: atMs + here.soundToPageMs, values }));
    return { shown, heard: onPage, seeksMs, framesMs };
  });
}
