/** First in, first out within a key. Keys take turns, so one person's thousand files do not hold up another's one. */
export class FairQueue<T> {
  private readonly lanes = new Map<string, T[]>();

  get size(): number {
    let size = 0;
    for (const lane of this.lanes.values()) size += lane.length;
    return size;
  }

  add(key: string, item: T): void {
    const lane = this.lanes.get(key);
    if (lane) lane.push(item);
    else this.lanes.set(key, [item]);
  }

  /** Takes the next item, or the next that `suits`. Its key moves to the end of the round. */
  take(suits: (item: T) => boolean = () => true): T | undefined {
    for (const [key, lane] of this.lanes) {
      const at = lane.findIndex(suits);
      if (at < 0) continue;
      const [item] = lane.splice(at, 1);
      this.lanes.delete(key);
      if (lane.length > 0) this.lanes.set(key, lane);
      return item;
    }
    return undefined;
  }

  remove(key: string, item: T): boolean {
    const lane = this.lanes.get(key);
    const at = lane?.indexOf(item) ?? -1;
    if (!lane || at < 0) return false;
    lane.splice(at, 1);
    if (lane.length === 0) this.lanes.delete(key);
    return true;
  }
}
