/** A circular mean over a semitone of how far pitches deviate from equal temperament at A = 440 Hz. */
export class MeanDeviation {
  private x = 0;
  private y = 0;
  private weight = 0;

  reset(): void {
    this.x = 0;
    this.y = 0;
    this.weight = 0;
  }

  addPitch(cents: number, weight: number): void {
    const angle = (2 * Math.PI * cents) / 100;
    this.x += weight * Math.cos(angle);
    this.y += weight * Math.sin(angle);
    this.weight += weight;
  }

  /** Adds another mean of the weight `sum`, which then counts as 1; nothing for a sum of 0. */
  add({ x, y }: MeanDeviation, sum: number): void {
    if (sum <= 0) return;
    this.x += x / sum;
    this.y += y / sum;
    this.weight++;
  }

  /** Cents, −50 … 50, and how alike the deviations are: `confidence` (0 = evenly spread, 1 = all the same); null without pitches. */
  get mean(): { cents: number; confidence: number } | null {
    if (this.weight <= 0) return null;
    const { x, y, weight } = this;
    return { cents: (Math.atan2(y, x) / (2 * Math.PI)) * 100, confidence: Math.min(1, Math.hypot(x, y) / weight) };
  }
}
