import { type EmbeddingScale, embed } from "@/lib/analysis/derived/embedding";
import type { Embedding } from "@/lib/analysis/record/schema";
import { type GenrePiece, genrePieces } from "@/training/corpus/genre-evidence";
import { soundFontPath } from "@/training/host/tools";

/** Pieces of each style, by sound font: all that the genres are learned from and tried on. No scale is measured on them. */
const TRIED = [
  { font: "fluid", from: 0, to: 6 },
  { font: "musescore", from: 9, to: 13 },
  { font: "trial", from: 15, to: 18 },
] as const;
const ASPECTS = ["timbre", "rhythm", "harmony"] as const;

/** Beyond three deviations nothing counts, so that without a scale this one is as good as none. */
function unscaled(scale: EmbeddingScale): EmbeddingScale {
  const all = (pairs: EmbeddingScale["timbre"]) => {
    const widest = Math.max(...pairs.map(([mean, deviation]) => Math.abs(mean) + 3 * deviation));
    return pairs.map(() => [0, widest] as const);
  };
  return { timbre: all(scale.timbre), rhythm: all(scale.rhythm) };
}

function embedded({ piece, heard }: GenrePiece, scale: EmbeddingScale): Embedding {
  return embed({ ...heard, tempo: { bpm: piece.bpm }, key: null }, scale);
}

const cosine = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

function nearest(vectors: readonly (readonly number[])[], of: number): number {
  const likeness = vectors.map((vector, i) => (i === of ? -2 : cosine(vector, vectors[of] ?? [])));
  return likeness.indexOf(likeness.reduce((most, value) => Math.max(most, value)));
}

/** Share of pieces whose nearest other one is played in the same style. */
function found(pieces: readonly GenrePiece[], vectors: readonly (readonly number[])[]): number {
  const right = pieces.filter(
    ({ styleIndex }, index) => pieces[nearest(vectors, index)]?.styleIndex === styleIndex,
  ).length;
  return right / pieces.length;
}

/** How often the nearest of all pieces is another of the same style, by aspect, with this scale and with none. */
export async function reportRetrieval(scale: EmbeddingScale): Promise<string> {
  const pieces: GenrePiece[] = [];
  for (const { font, from, to } of TRIED) pieces.push(...(await genrePieces(from, to, soundFontPath(font))));
  const inStyle = TRIED.reduce((sum, { from, to }) => sum + to - from, 0);
  const row = (name: string, tried: EmbeddingScale) => {
    const embeddings = pieces.map((piece) => embedded(piece, tried));
    const shares = ASPECTS.map((aspect) => {
      const vectors = embeddings.map((embedding) => embedding[aspect]);
      return `${aspect} ${percent(found(pieces, vectors))}`;
    });
    return `${name}: ${shares.join(", ")}\n`;
  };
  return [
    `nearest of ${pieces.length} pieces is in the same style, ${percent((inStyle - 1) / (pieces.length - 1))} by chance\n`,
    row("this scale", scale),
    row("no scale", unscaled(scale)),
  ].join("");
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
