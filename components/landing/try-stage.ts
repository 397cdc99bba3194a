/** How far a file is. */
export interface TryStage {
  name: "sending" | "waiting" | "decoding" | "finishing";
  /** 0–1; null if it is not known. */
  fraction: number | null;
}

const percent = (fraction: number | null) => (fraction === null ? "" : `: ${Math.round(fraction * 100)} %`);

/** The stage in words. */
export function stageText({ name, fraction }: TryStage): string {
  if (name === "sending") return `Sending${percent(fraction)}`;
  if (name === "waiting") return "Sent. Waiting for its turn";
  if (name === "decoding") return `Decoding and listening${percent(fraction)}`;
  return "Measuring tempo, key and loudness";
}
