/** How much is drawn. */
export interface Quality {
  /** `SceneOptions.detail`: another one means that the scene is made anew. */
  detail: number;
  /** Pixels of the picture per CSS pixel. */
  pixelRatio: number;
  hasGlow: boolean;
}

/** From the most to the least. */
const LADDER: readonly Quality[] = [
  { detail: 1, pixelRatio: 2, hasGlow: true },
  { detail: 1, pixelRatio: 1.5, hasGlow: true },
  { detail: 1, pixelRatio: 1, hasGlow: true },
  { detail: 0.6, pixelRatio: 0.8, hasGlow: true },
  { detail: 0.6, pixelRatio: 0.65, hasGlow: true },
  { detail: 0.3, pixelRatio: 0.5, hasGlow: true },
  { detail: 0.3, pixelRatio: 0.4, hasGlow: false },
];

/** What one decision looks at: so many frames, or fewer that took so long. */
const WINDOW_FRAMES = 24;
const WINDOW_MS = 600;
const LEAST_FRAMES = 5;
/** Frames that a change costs by itself. */
const SETTLE_FRAMES = 8;
const SETTLE_MS = 300;
const SLOW_MS = 24;
const FAST_MS = 18;
/** A smaller step would not be felt. */
const VERY_SLOW_MS = 3 * SLOW_MS;
/** Windows in a row that must be fast before more is drawn; doubled each time that this was too much. */
const PATIENCE = 6;
const PATIENCE_MAX = 96;
/** A longer frame is a pause, not a slow machine, unless the next one is long as well. Much longer ones always are. */
const PAUSE_MS = 400;
const LONG_PAUSE_MS = 2000;

/**
 * Holds the frame time: draws less after half a second of slow frames, and more after several seconds of fast ones. It
 * becomes more careful each time that more has proved too much, so that it does not swing.
 */
export class QualityGovernor {
  readonly #ladder: readonly Quality[];
  #step = 0;
  #patience = PATIENCE;
  #fastWindows = 0;
  #wasRaised = false;
  #settling = { frames: SETTLE_FRAMES, ms: SETTLE_MS };
  #wasPause = false;
  #frames: number[] = [];

  /** @param devicePixelRatio more pixels than the screen has are never drawn */
  constructor(devicePixelRatio: number) {
    const onScreen = LADDER.map((one) => ({ ...one, pixelRatio: Math.min(one.pixelRatio, devicePixelRatio) }));
    this.#ladder = onScreen.filter(
      (one, at) => one.pixelRatio !== onScreen[at + 1]?.pixelRatio || one.detail !== onScreen[at + 1]?.detail,
    );
  }

  get quality(): Quality {
    return this.#ladder[this.#step] as Quality;
  }

  /** Tells how long a frame took. True if another quality is right from now on. */
  frame(deltaMs: number): boolean {
    const isPause = deltaMs > (this.#wasPause ? LONG_PAUSE_MS : PAUSE_MS);
    this.#wasPause = deltaMs > PAUSE_MS;
    if (isPause || this.#settles(deltaMs)) return false;
    this.#frames.push(deltaMs);
    if (!this.#isWindow()) return false;
    const median = this.#frames.toSorted((a, b) => a - b)[this.#frames.length >> 1] as number;
    this.#frames = [];
    if (median > SLOW_MS) return this.#lower(median > VERY_SLOW_MS ? 2 : 1);
    this.#fastWindows = median < FAST_MS ? this.#fastWindows + 1 : 0;
    return this.#fastWindows >= this.#patience && this.#raise();
  }

  #settles(deltaMs: number): boolean {
    const { frames, ms } = this.#settling;
    if (frames <= 0 || ms <= 0) return false;
    this.#settling = { frames: frames - 1, ms: ms - deltaMs };
    return true;
  }

  #isWindow(): boolean {
    const count = this.#frames.length;
    const passedMs = this.#frames.reduce((sum, ms) => sum + ms, 0);
    return count >= WINDOW_FRAMES || (count >= LEAST_FRAMES && passedMs >= WINDOW_MS);
  }

  #lower(steps: number): boolean {
    this.#fastWindows = 0;
    if (this.#wasRaised) this.#patience = Math.min(PATIENCE_MAX, this.#patience * 2);
    this.#wasRaised = false;
    return this.#go(Math.min(this.#step + steps, this.#ladder.length - 1));
  }

  #raise(): boolean {
    this.#fastWindows = 0;
    this.#wasRaised = this.#step > 0;
    return this.#go(this.#step - 1);
  }

  #go(step: number): boolean {
    if (step < 0 || step === this.#step) return false;
    this.#step = step;
    this.#settling = { frames: SETTLE_FRAMES, ms: SETTLE_MS };
    return true;
  }
}
