/** A stretch of the original, from `from` to before `to`. */
export interface Stretch {
  from: number;
  to: number;
}

/** What a copy consists of: new bytes, and stretches of the original, which are never read to be written. */
export type Piece = Uint8Array | Stretch;

const sizeOf = (piece: Piece) => (piece instanceof Uint8Array ? piece.length : piece.to - piece.from);

export const sizeOfAll = (pieces: readonly Piece[]) => pieces.reduce((sum, piece) => sum + sizeOf(piece), 0);

/** The same with nothing empty, and with neighbouring stretches as one. */
export function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (sizeOf(piece) === 0) continue;
    const follows = last && !(last instanceof Uint8Array) && !(piece instanceof Uint8Array) && last.to === piece.from;
    if (follows) result[result.length - 1] = { from: last.from, to: piece.to };
    else result.push(piece);
  }
  return result;
}
