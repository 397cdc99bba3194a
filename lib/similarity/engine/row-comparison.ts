import type { SoundHit, SoundQuestion } from "@/lib/similarity/schema";
import { BestHits } from "./best-hits";
import { aspectCosines, innerProduct, similarityOf, splitVector, type WeightedQuery, weightedQuery } from "./vectors";

interface Compared {
  sampleId: string;
  similarity: number;
  upper: Int8Array;
  lower: Int8Array;
}

/** The best of stored vectors that come one by one, by the same arithmetic as the index. Filters are the caller's. */
export class RowComparison {
  readonly #query: WeightedQuery;
  readonly #best: BestHits<Compared>;
  readonly #except: ReadonlySet<string>;

  constructor(private readonly question: Omit<SoundQuestion, "filters">) {
    this.#query = weightedQuery(question.vector, question.weights);
    this.#best = new BestHits(question.limit);
    this.#except = new Set(question.except);
  }

  /** A vector that makes no sense is left out. */
  offer(sampleId: string, stored: Uint8Array): void {
    const bytes = splitVector(stored);
    if (!bytes || this.#except.has(sampleId)) return;
    const similarity = similarityOf(innerProduct(this.#query.weighted, bytes.upper, 0, bytes.lower, 0));
    if (similarity >= this.question.minSimilarity) this.#best.offer({ sampleId, similarity, ...bytes });
  }

  hits(): SoundHit[] {
    return this.#best.sorted().map(({ sampleId, similarity, upper, lower }) => {
      return { sampleId, similarity, aspects: aspectCosines(this.#query, upper, lower) };
    });
  }
}
