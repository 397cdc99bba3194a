/** How the two channels of a recording relate to each other. */
export type StereoImage = {
  /** Share of the side in mid plus side (root mean squares): 0 = mono, 0.5 = unrelated channels, 1 = opposite phase. */
  width: number;
  /** Correlation of the channels about zero, −1 … 1; 0 if one of them is silent. */
  correlation: number;
  /** Power of the right channel less that of the left, over their sum: −1 = left only, 1 = right only. */
  balance: number;
  /**
   * What survives in mono, 0 … 1: 1 less how far the channels oppose each other, weighted by the power of each block.
   */
  monoCompatibility: number;
};

/** Measures the stereo image of a stream in one pass. */
export class StereoMeter {
  private left = 0;
  private right = 0;
  private cross = 0;
  private surviving = 0;

  /** Takes the first `length` samples of both channels. */
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
    // 2Σlr/(Σl² + Σr²) is −1 if the mix to mono is silent. What correlates positively loses nothing.
    this.surviving += power * Math.min(1, Math.max(0, 1 + (2 * cross) / power));
  }

  /** Returns null if both channels are silent. */
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
