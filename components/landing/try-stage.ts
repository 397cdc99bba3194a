import type { Text } from "@/lib/language/text";

/** How far a file is. */
export interface TryStage {
  name: "sending" | "waiting" | "decoding" | "finishing";
  /** 0–1; null if it is not known. */
  fraction: number | null;
}

/** The stage in words. */
export function stageText({ name, fraction }: TryStage, t: Text): string {
  const percent = fraction === null ? null : Math.round(fraction * 100);
  if (name === "sending") return percent === null ? t("Sending") : t("Sending: {percent} %", { percent });
  if (name === "waiting") return t("Sent. Waiting for its turn");
  if (name === "decoding")
    return percent === null ? t("Decoding and listening") : t("Decoding and listening: {percent} %", { percent });
  return t("Measuring tempo, key and loudness");
}
