/** Of the time that passes, at least this share counts, so that a worker asleep for ever is stopped too. */
const LEAST_SHARE = 1 / 3;

/**
 * Milliseconds a worker has had to work in: as many as passed while it kept a core busy, fewer while others had it.
 * On a machine with too much to do a good file takes long and is not stuck. Never goes back.
 */
export class WorkClock {
  private worked = 0;
  private passedBefore: number;
  private busyBefore: number | null = null;

  /** `wall` in milliseconds, from a clock that never goes back. */
  constructor(private readonly wall: () => number = () => performance.now()) {
    this.passedBefore = wall();
  }

  get milliseconds(): number {
    return this.worked;
  }

  /** To be called often. `busyMs` is the worker's processor time so far; null where the system does not say. */
  tick(busyMs: number | null): void {
    const passed = this.wall() - this.passedBefore;
    this.passedBefore += passed;
    const busy = busyMs === null || this.busyBefore === null ? passed : busyMs - this.busyBefore;
    this.worked += Math.min(passed, Math.max(busy, passed * LEAST_SHARE));
    this.busyBefore = busyMs;
  }
}
