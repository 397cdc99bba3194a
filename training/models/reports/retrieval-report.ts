import { type EmbeddingScale, embed } from "@/lib/analysis/derived/embedding";
import { type Embedding, embeddingValue } from "@/lib/analysis/record/values/embedding";
import { GENRE_PARTS, type GenrePiece, genrePieces } from "@/training/corpus/genre-evidence";
import { percent } from "@/training/learn/report-lines";

/** All pieces that genres are learned from and tried on. No scale is measured on them. */
const TRIED = [...GENRE_PARTS.learned, GENRE_PARTS.tried];
const WHOLE_PIECE = { singleShare: 0, soundingSeconds: 60, temporalCentroid: 0.5 };
const ASPECTS = embeddingValue.schema.keyof().options;

/** How often the nearest of all pieces is another in the same style, by aspect, with this scale and without one. */
export async function reportRetrieval(scale: EmbeddingScale): Promise<string> {
  const pieces = await genrePieces(TRIED);
  const inStyle = TRIED.reduce((sum, { from, to }) => sum + to - from, 0);
  const row = (name: string, tried: EmbeddingScale) => {
    const embeddings = pieces.map((piece) => embedded(piece, tried));
    const shares = ASPECTS.map((aspect) => {
      const vectors = embeddings.map((embedding) => embedding[aspect]);
      return `${aspect} ${percent(found(pieces, vectors), pieces.length)}`;
    });
    return `${name}: ${shares.join(", ")}\n`;
  };
  return [
    `nearest of ${pieces.length} pieces is in the same style, ${percent(inStyle - 1, pieces.length - 1)} by chance\n`,
    row("this scale", scale),
    row("no scale", unscaled(scale)),
  ].join("");
}

/** So wide that no value reaches three deviations, beyond which nothing counts: as good as no scale. */
function unscaled(scale: EmbeddingScale): EmbeddingScale {
  const all = (pairs: EmbeddingScale["timbre"]) => {
    const widest = Math.max(...pairs.map(([mean, deviation]) => Math.abs(mean) + 3 * deviation));
    return pairs.map(() => [0, widest] as const);
  };
  return { timbre: all(scale.timbre), rhythm: all(scale.rhythm) };
}

function embedded({ piece, heard }: GenrePiece, scale: EmbeddingScale): Embedding {
  return embed({ ...heard, tempo: { bpm: piece.bpm }, key: null, course: WHOLE_PIECE }, scale);
}

/** How many pieces have a nearest other one in the same style. */
function found(pieces: readonly GenrePiece[], vectors: readonly (readonly number[])[]): number {
  return pieces.filter(({ styleIndex }, index) => pieces[nearest(vectors, index)]?.styleIndex === styleIndex).length;
}

function nearest(vectors: readonly (readonly number[])[], of: number): number {
  const likeness = vectors.map((vector, i) => (i === of ? -2 : cosine(vector, vectors[of] ?? [])));
  return likeness.indexOf(likeness.reduce((most, value) => Math.max(most, value)));
}

const cosine = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
