/** At least this share of the time that passes counts, so that a worker that sleeps forever is stopped too. */
const LEAST_SHARE = 1 / 3;

/**
 * Milliseconds a worker has had to work in: all that pass while it keeps a core busy, fewer while others use it. On an
 * overloaded machine a good file takes long without being stuck. The clock never goes back.
 */
export class WorkClock {
  private worked = 0;
  private passedBefore: number;
  private busyBefore: number | null = null;

  /** @param wall milliseconds, from a clock that never goes back */
  constructor(private readonly wall: () => number = () => performance.now()) {
    this.passedBefore = wall();
  }

  get milliseconds(): number {
    return this.worked;
  }

  /** Call this often. @param busyMs the worker's processor time so far; null if the system does not say */
  tick(busyMs: number | null): void {
    const passed = this.wall() - this.passedBefore;
    this.passedBefore += passed;
    const busy = busyMs === null || this.busyBefore === null ? passed : busyMs - this.busyBefore;
    this.worked += Math.min(passed, Math.max(busy, passed * LEAST_SHARE));
    this.busyBefore = busyMs;
  }
}
