import type { GalaxyPoints } from "@/lib/galaxy/schema";

/** How a point is marked; the higher, the more it is seen. */
export const MARKS = { none: 0, path: 1, picked: 2, cursor: 3 } as const;

/** A point that is not meant is still there, faintly. One that is gone is not drawn. */
export const FADES = { gone: 0, faded: 40, full: 255 } as const;
const MOVE_SECONDS = 1.6;

/** Everything that is drawn of each point. Positions travel from where a point was to where it is. */
export class Sky {
  readonly count: number;
  readonly to: Float32Array;
  readonly from: Float32Array;
  readonly rgb: Uint8Array;
  readonly fades: Uint8Array;
  readonly marks: Uint8Array;
  readonly kinds: Uint8Array;
  /** Points whose places have arrived. */
  arrived: number;
  /** Share of the way from `from` to `to`. */
  share = 1;
  #mixed: Float32Array | null = null;
  #isMixedStale = true;

  constructor({ count, positions, kinds }: Pick<GalaxyPoints, "count" | "positions" | "kinds">) {
    this.count = count;
    this.to = positions;
    this.from = positions.slice();
    this.kinds = kinds;
    this.rgb = new Uint8Array(count * 3).fill(150);
    this.fades = new Uint8Array(count).fill(FADES.full);
    this.marks = new Uint8Array(count);
    this.arrived = count;
  }

  /** The same points at their new places, which they leave their old ones for. Points that were not there begin in theirs. */
  static moved(next: Sky, old: Sky, oldIndexOf: (index: number) => number): Sky {
    const places = old.now();
    for (let index = 0; index < next.count; index++) {
      const before = oldIndexOf(index);
      if (before < 0) continue;
      for (let axis = 0; axis < 3; axis++) next.from[index * 3 + axis] = places[before * 3 + axis] as number;
    }
    next.share = 0;
    return next;
  }

  /** Goes on by so much time. False when all points are where they belong. */
  update(deltaSeconds: number, isStill: boolean): boolean {
    if (this.share >= 1) return false;
    this.share = isStill ? 1 : Math.min(1, this.share + deltaSeconds / MOVE_SECONDS);
    this.#isMixedStale = true;
    return true;
  }

  /** The share as the eye likes it: slow at both ends. */
  get eased(): number {
    return this.share * this.share * (3 - 2 * this.share);
  }

  /** Where the points are now. The same memory at each call. */
  now(): Float32Array {
    if (this.share >= 1) return this.to;
    this.#mixed ??= new Float32Array(this.to.length);
    if (this.#isMixedStale) {
      const share = this.eased;
      for (let at = 0; at < this.#mixed.length; at++) {
        const start = this.from[at] as number;
        this.#mixed[at] = start + ((this.to[at] as number) - start) * share;
      }
      this.#isMixedStale = false;
    }
    return this.#mixed;
  }
}
