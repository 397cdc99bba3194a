/** WCAG 2.3.1: no more than three flashes within any second. */
const FLASHES_PER_SECOND = 3;
/** A rise by more than this is seen as a flash. */
const FLASH_RISE = 0.1;

/**
 * Lets a pulse through while no more than three flashes a second come of it. What would be one more stays dark until it
 * is over. In calm mode nothing flashes. Time is that of the screen: seeking and rate make no difference.
 */
export class FlashLimiter {
  readonly #flashes: number[] = [];
  #clock = 0;
  #before = 0;
  #isHeldBack = false;

  constructor(private readonly isCalm: boolean) {}

  limit(pulse: number, deltaSeconds: number): number {
    if (this.isCalm) return 0;
    this.#clock += deltaSeconds;
    const isRise = pulse > this.#before + FLASH_RISE;
    this.#before = pulse;
    if (isRise) {
      while (this.#flashes.length > 0 && this.#clock - (this.#flashes[0] as number) >= 1) this.#flashes.shift();
      this.#isHeldBack = this.#flashes.length >= FLASHES_PER_SECOND;
      if (!this.#isHeldBack) this.#flashes.push(this.#clock);
    }
    return this.#isHeldBack ? Math.min(pulse, FLASH_RISE) : pulse;
  }
}
