import { useText } from "#text";
import { KeyName } from "@/components/choices/key-name";
import { CorrectedMark } from "@/components/ui/corrected-mark";
import { Estimate } from "@/components/ui/estimate";
import { ConfidenceMeter } from "@/components/ui/meter";
import { UngatedLevel } from "@/components/ui/ungated-level";
import { msg } from "@/lib/language/text";
import { formatBpm, formatLevel, formatNote } from "@/lib/music/notation";
import type { SampleRow } from "@/lib/samples/schema";

interface ReadingProps {
  row: SampleRow;
  /** For a line of text: no column heading says what the value is, and a missing value takes no space. */
  withUnit?: boolean;
}

/** As wide as a compact meter, so that the values of a column stay aligned. */
const METER_SLOT = "w-7";

/** `what` is a marked text: that there is none. */
function Absent({ what }: { what: string }) {
  const t = useText();
  return (
    <span className="text-muted-foreground" title={t(what)}>
      <span aria-hidden>–</span>
      <span className="sr-only">{t(what)}</span>
    </span>
  );
}

/** How certain it is; for a value that a person has corrected, a mark that says so. */
function MeterSlot({ confidence, isCorrected }: { confidence: number | null; isCorrected: boolean }) {
  if (isCorrected) {
    return (
      <span className={METER_SLOT}>
        <CorrectedMark />
      </span>
    );
  }
  return (
    <span className={METER_SLOT}>{confidence === null ? null : <ConfidenceMeter compact value={confidence} />}</span>
  );
}

export function TempoReading({ row, withUnit = false }: ReadingProps) {
  const t = useText();
  if (row.bpm === null && withUnit) return null;
  return (
    <span className="inline-flex items-center gap-2">
      {row.bpm === null ? (
        <Absent what={msg("No tempo")} />
      ) : (
        <Estimate confidence={row.bpmConfidence}>
          {formatBpm(row.bpm, t)}
          {withUnit ? " BPM" : null}
        </Estimate>
      )}
      <MeterSlot confidence={row.bpmConfidence} isCorrected={row.corrected.includes("bpm")} />
    </span>
  );
}

/** The key, or the note of a single sound. */
export function KeyReading({ row, withUnit = false }: ReadingProps) {
  if (row.note !== null) {
    return (
      <span className="inline-flex items-center gap-2 whitespace-nowrap">
        <span className={withUnit ? undefined : "w-18"}>
          <Estimate confidence={row.noteConfidence}>{formatNote(row.note)}</Estimate>
        </span>
        <MeterSlot confidence={row.noteConfidence} isCorrected={false} />
      </span>
    );
  }
  if (row.keyTonic === null || row.keyMode === null) return withUnit ? null : <Absent what={msg("No key")} />;
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span className={withUnit ? undefined : "w-18"}>
        <Estimate confidence={row.keyConfidence}>
          <KeyName of={{ tonic: row.keyTonic, mode: row.keyMode }} />
        </Estimate>
      </span>
      <MeterSlot confidence={row.keyConfidence} isCorrected={row.corrected.includes("key")} />
    </span>
  );
}

export function LoudnessReading({ row, withUnit = false }: ReadingProps) {
  const t = useText();
  const { integratedLufs, ungatedLufs } = row;
  const level = integratedLufs ?? ungatedLufs;
  if (level === null) return withUnit ? null : <Absent what={msg("No loudness")} />;
  return (
    <span>
      {integratedLufs === null ? <UngatedLevel>{formatLevel(level, t)}</UngatedLevel> : formatLevel(level, t)}
      {withUnit ? " LUFS" : null}
    </span>
  );
}
