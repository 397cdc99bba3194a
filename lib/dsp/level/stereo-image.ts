export type StereoImage = {
  /** Side over mid and side, as root mean squares: 0 = mono, 0.5 = unrelated channels, 1 = opposite phase. */
  width: number;
  /** Pearson's correlation about zero, −1 … 1; 0 where one channel is silent. */
  correlation: number;
  /** Power of the right channel less that of the left, by their sum: −1 = left only, 1 = right only. */
  balance: number;
  /** What survives in mono, 0 … 1: 1 less the opposition of the channels, weighted by the power of each stretch. */
  monoCompatibility: number;
};

/** Running sums over two channels; `finish` is null where both are silent. */
export class StereoMeter {
  private left = 0;
  private right = 0;
  private cross = 0;
  private surviving = 0;

  add(left: Float32Array, right: Float32Array, length: number): void {
    let leftPower = 0;
    let rightPower = 0;
    let cross = 0;
    for (let i = 0; i < length; i++) {
      const l = left[i];
      const r = right[i];
      leftPower += l * l;
      rightPower += r * r;
      cross += l * r;
    }
    const power = leftPower + rightPower;
    if (power <= 0) return;
    this.left += leftPower;
    this.right += rightPower;
    this.cross += cross;
    // 2Σlr/(Σl² + Σr²) is −1 where the mix to mono is silent; what correlates positively loses nothing.
    this.surviving += power * Math.min(1, Math.max(0, 1 + (2 * cross) / power));
  }

  finish(): StereoImage | null {
    const { left, right, cross } = this;
    const power = left + right;
    if (power <= 0) return null;
    const mid = Math.sqrt(Math.max(0, power + 2 * cross));
    const side = Math.sqrt(Math.max(0, power - 2 * cross));
    const joint = Math.sqrt(left * right);
    return {
      width: side / (mid + side),
      correlation: joint > 0 ? Math.min(1, Math.max(-1, cross / joint)) : 0,
      balance: (right - left) / power,
      monoCompatibility: Math.min(1, this.surviving / power),
    };
  }
}
