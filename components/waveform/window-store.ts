import { msg } from "@/lib/language/text";
import { WINDOW_POINTS_MAX } from "@/lib/waveforms/constants";
import type { WaveformWindow } from "@/lib/waveforms/window-format";
import type { TileAt, TileSpan } from "./detail";

/** How a request for a window ended. `again`: it may work a little later. */
export type WindowAnswer =
  | { ok: true; window: WaveformWindow }
  | { ok: false; again: true; afterMs: number }
  | { ok: false; again: false; message: string };

export interface WantedTile {
  start: number;
  frames: number;
  framesPerPoint: number;
}

export type FetchWindow = (wanted: WantedTile, signal: AbortSignal) => Promise<WindowAnswer>;

export interface WindowState {
  /** What is drawn changes with it. */
  version: number;
  isLoading: boolean;
  /** Why nothing finer is shown. */
  message: string | null;
}

const TILES_MAX = 64;
const AT_ONCE = 3;
const TRIES_MAX = 10;
const OFFLINE_MS = 3000;
/** While somebody zooms, what they pass is not asked for. */
const SETTLE_MS = 70;

/** The parts of one recording that are finer than its stored waveform, as they are asked for. */
export class WindowStore {
  readonly #tiles = new Map<string, WaveformWindow>();
  readonly #coming = new Map<string, AbortController>();
  readonly #listeners = new Set<() => void>();
  #wanted: [key: string, tile: WantedTile][] = [];
  #state: WindowState = { version: 0, isLoading: false, message: null };
  #timer: ReturnType<typeof setTimeout> | null = null;
  #tries = 0;

  /** @param totalFrames of the recording */
  constructor(
    private readonly fetchWindow: FetchWindow,
    private readonly totalFrames: number,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): WindowState => this.#state;

  readonly tileAt: TileAt = (framesPerPoint, tile) => this.#tiles.get(`${framesPerPoint}/${tile}`) ?? null;

  /** What is in view now. What is beside it comes after it; whatever else was asked for is given up. */
  want(span: TileSpan | null): void {
    this.#wanted = span ? this.#around(span) : [];
    const keys = new Set(this.#wanted.map(([key]) => key));
    for (const [key, controller] of this.#coming) if (!keys.has(key)) controller.abort();
    const mayCome = span !== null && this.#state.message === null;
    this.#set({ isLoading: mayCome && this.#isMissingInView(span) });
    if (mayCome) this.#later(SETTLE_MS);
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const controller of this.#coming.values()) controller.abort();
    this.#listeners.clear();
    this.#wanted = [];
  }

  #around({ framesPerPoint, first, last }: TileSpan): [string, WantedTile][] {
    const inView = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    return [...inView, last + 1, first - 1].flatMap((tile): [string, WantedTile][] => {
      const start = tile * framesPerPoint * WINDOW_POINTS_MAX;
      const frames = framesPerPoint * WINDOW_POINTS_MAX;
      const isThere = tile >= 0 && start < this.totalFrames;
      return isThere ? [[`${framesPerPoint}/${tile}`, { start, frames, framesPerPoint }]] : [];
    });
  }

  #isMissingInView({ framesPerPoint, first, last }: TileSpan): boolean {
    for (let tile = first; tile <= last; tile++) if (!this.tileAt(framesPerPoint, tile)) return true;
    return false;
  }

  #later(ms: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#pump();
    }, ms);
  }

  #pump(): void {
    for (const [key, tile] of this.#wanted) {
      if (this.#coming.size >= AT_ONCE || this.#timer !== null) return;
      if (!this.#tiles.has(key) && !this.#coming.has(key)) void this.#load(key, tile);
    }
    if (this.#coming.size === 0 && this.#timer === null) this.#set({ isLoading: false });
  }

  async #load(key: string, tile: WantedTile): Promise<void> {
    const controller = new AbortController();
    this.#coming.set(key, controller);
    const answer = await this.fetchWindow(tile, controller.signal).catch(() => null);
    this.#coming.delete(key);
    if (answer?.ok) this.#keep(key, answer.window);
    // Else somebody looks elsewhere by now.
    else if (!controller.signal.aborted) this.#wait(answer ?? { ok: false, again: true, afterMs: OFFLINE_MS });
    this.#pump();
  }

  #wait(answer: Exclude<WindowAnswer, { ok: true }>): void {
    this.#tries += 1;
    if (answer.again && this.#tries < TRIES_MAX) {
      this.#later(answer.afterMs);
      return;
    }
    this.#wanted = [];
    this.#set({
      isLoading: false,
      message: answer.again ? msg("Single samples could not be loaded.") : answer.message,
    });
  }

  #keep(key: string, window: WaveformWindow): void {
    this.#tries = 0;
    this.#tiles.set(key, window);
    for (const oldest of this.#tiles.keys()) {
      if (this.#tiles.size <= TILES_MAX) break;
      this.#tiles.delete(oldest);
    }
    this.#set({ version: this.#state.version + 1 });
  }

  #set(change: Partial<WindowState>): void {
    const next = { ...this.#state, ...change };
    const { version, isLoading, message } = this.#state;
    if (next.version === version && next.isLoading === isLoading && next.message === message) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}
