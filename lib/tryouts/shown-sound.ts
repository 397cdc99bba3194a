import { recordIn } from "@/lib/analysis/derived/described-in";
import { decodePeaks, encodePeaks } from "@/lib/analysis/record/peaks-format";
import type { AnalysisResult } from "@/lib/analysis/worker/worker-protocol";
import type { FlagName } from "@/lib/flags/constants";
import { ENGLISH, type Text } from "@/lib/language/text";
import { recordWithout } from "@/lib/samples/switched-off";
import { TRYOUT_PEAKS_MAX } from "./constants";
import type { TriedSound } from "./tried-sound";
import { TryoutRefused } from "./tryout-refused";

/** Quieter than this, nobody hears anything. */
const SILENT_DBFS = -80;

/**
 * What a stranger is shown of an analysis: what pages show, in their language and without the parts by which a library
 * compares sounds.
 * @throws TryoutRefused `silent`
 */
export function shownSound(
  { record, pictures }: Pick<AnalysisResult, "record" | "pictures">,
  features: ReadonlySet<FlagName>,
  t: Text = ENGLISH,
): TriedSound {
  if ((record.loudness.samplePeakDbfs ?? Number.NEGATIVE_INFINITY) < SILENT_DBFS) throw new TryoutRefused("silent");
  const peaks = pictures ? Buffer.from(shortPeaks(pictures.peaks)).toString("base64") : "";
  return { record: { ...recordIn(recordWithout(record, features), t), embedding: null, fingerprint: null }, peaks };
}

/** The finest level that is short enough to be sent along. */
function shortPeaks(stored: Uint8Array): Uint8Array {
  const { buffer, byteOffset, byteLength } = stored;
  const { durationSeconds, levels } = decodePeaks(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
  const level = levels.find(({ min }) => min.length <= TRYOUT_PEAKS_MAX) ?? levels.at(-1);
  return encodePeaks({ durationSeconds, levels: level ? [level] : [] });
}
