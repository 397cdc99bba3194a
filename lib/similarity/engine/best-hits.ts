interface Candidate {
  sampleId: string;
  similarity: number;
}

/** The best `limit` of all that were offered: the most similar, of equally similar ones those with the smaller id. */
export class BestHits<Hit extends Candidate> {
  /** A heap with the worst at the top. */
  readonly #heap: Hit[] = [];

  constructor(private readonly limit: number) {}

  /** What a hit must have to get in; −∞ while there is room. One with just as much gets in if its id is smaller. */
  get threshold(): number {
    return this.#heap.length < this.limit ? Number.NEGATIVE_INFINITY : (this.#heap[0]?.similarity ?? Infinity);
  }

  offer(hit: Hit): void {
    const heap = this.#heap;
    if (heap.length < this.limit) {
      heap.push(hit);
      this.#up(heap.length - 1);
    } else if (heap[0] && isBetter(hit, heap[0])) {
      heap[0] = hit;
      this.#down();
    }
  }

  /** The best first. */
  sorted(): Hit[] {
    return this.#heap.toSorted((a, b) => (isBetter(a, b) ? -1 : 1));
  }

  #up(from: number): void {
    const heap = this.#heap;
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!isBetter(heap[parent] as Hit, heap[at] as Hit)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #down(): void {
    const heap = this.#heap;
    for (let at = 0; ; ) {
      const [left, right] = [at * 2 + 1, at * 2 + 2];
      let worst = at;
      if (left < heap.length && isBetter(heap[worst] as Hit, heap[left] as Hit)) worst = left;
      if (right < heap.length && isBetter(heap[worst] as Hit, heap[right] as Hit)) worst = right;
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }

  #swap(a: number, b: number): void {
    const heap = this.#heap;
    [heap[a], heap[b]] = [heap[b] as Hit, heap[a] as Hit];
  }
}

function isBetter(a: Candidate, b: Candidate): boolean {
  return a.similarity > b.similarity || (a.similarity === b.similarity && a.sampleId < b.sampleId);
}
