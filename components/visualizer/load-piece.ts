import { type IndexedPicture, readIndexedPng } from "@/components/waveform/indexed-png";
import { decodePeaks, type Peaks } from "@/lib/analysis/record/peaks-format";
import type { Piece } from "./engine/piece";
import type { PieceFacts } from "./piece-facts";
import { pieceOf } from "./piece-of";

export interface PieceSources {
  facts: PieceFacts;
  sampleRateHz: number;
  peaksUrl: string | null;
  spectrogramUrl: string | null;
}

/** Fetches what is stored of a sound. What cannot be loaded is missing from the piece; nothing fails. */
export async function loadPiece(sources: PieceSources, signal: AbortSignal): Promise<Piece> {
  const [peaks, spectrogram] = await Promise.all([
    stored<Peaks>(sources.peaksUrl, signal, decodePeaks),
    stored<IndexedPicture>(sources.spectrogramUrl, signal, readIndexedPng),
  ]);
  return pieceOf(sources.facts, { peaks, spectrogram, sampleRateHz: sources.sampleRateHz });
}

async function stored<Value>(
  url: string | null,
  signal: AbortSignal,
  read: (bytes: ArrayBuffer) => Value | Promise<Value>,
): Promise<Value | null> {
  if (url === null) return null;
  try {
    const answer = await fetch(url, { signal });
    return answer.ok ? await read(await answer.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
