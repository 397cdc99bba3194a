/** As digital programme meters fall (IEC 60268-18): 20 dB in 1.7 s. */
const FALL_DB_PER_SECOND = 20 / 1.7;
const HOLD_SECONDS = 1.5;
/** What has fallen this far is silent. */
const FLOOR_DB = -120;

/** A level that rises at once and falls slowly, with a mark that stays at its peak for a while. */
export class FallingLevel {
  levelDb = Number.NEGATIVE_INFINITY;
  heldDb = Number.NEGATIVE_INFINITY;
  private heldSeconds = 0;

  /** @param elapsedSeconds since the update before */
  update(db: number, elapsedSeconds: number): void {
    this.levelDb = Math.max(db, fallen(this.levelDb, elapsedSeconds));
    this.heldSeconds += elapsedSeconds;
    if (db >= this.heldDb) {
      this.heldDb = db;
      this.heldSeconds = 0;
    } else if (this.heldSeconds > HOLD_SECONDS)
      this.heldDb = Math.max(this.levelDb, fallen(this.heldDb, elapsedSeconds));
  }

  /** Silent at once. */
  reset(): void {
    this.levelDb = Number.NEGATIVE_INFINITY;
    this.heldDb = Number.NEGATIVE_INFINITY;
  }
}

function fallen(db: number, seconds: number): number {
  const lower = db - FALL_DB_PER_SECOND * seconds;
  return lower > FLOOR_DB ? lower : Number.NEGATIVE_INFINITY;
}
