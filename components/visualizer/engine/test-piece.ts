import type { Piece } from "./piece";

/** Eight seconds at 120 BPM in A minor: a click on every beat, a chord a bar, two sections. For tests. */
export function testPiece(change: Partial<Piece> = {}): Piece {
  const beats = Array.from({ length: 16 }, (_, at) => at * 0.5);
  const points = 800;
  const click = Float32Array.from({ length: points }, (_, at) => Math.max(0, 1 - (at % 50) / 20));
  return {
    durationSeconds: 8,
    beats,
    downbeats: beats.filter((_, at) => at % 4 === 0),
    onsets: beats.flatMap((seconds) => [seconds, seconds + 0.3]),
    bpm: 120,
    beatsPerBar: 4,
    key: { tonic: 9, mode: "minor" },
    chords: [
      { startSeconds: 0, endSeconds: 2, root: 9, quality: "minor" },
      { startSeconds: 2, endSeconds: 4, root: 5, quality: "major" },
      { startSeconds: 5, endSeconds: 8, root: 0, quality: "major" },
    ],
    sections: [
      { startSeconds: 0, endSeconds: 4, label: "A" },
      { startSeconds: 4, endSeconds: 8, label: "B" },
    ],
    envelope: { secondsPerPoint: 0.01, level: click, low: click, mid: click, high: click },
    mel: { columns: 16, bands: 96, secondsPerColumn: 0.5, values: new Uint8Array(16 * 96).fill(100) },
    ...change,
  };
}

/** What nothing was found in. */
export const emptyPiece = (durationSeconds = 0.005): Piece => ({
  ...{ durationSeconds, beats: [], downbeats: [], onsets: [], bpm: null, beatsPerBar: null, key: null },
  ...{ chords: [], sections: [], envelope: null, mel: null },
});
