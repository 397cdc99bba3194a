import type { ReactNode } from "react";
import { KeyBeside, KeyName } from "@/components/choices/key-name";
import { CorrectedMark } from "@/components/ui/corrected-mark";
import { Estimate } from "@/components/ui/estimate";
import { UngatedLevel } from "@/components/ui/ungated-level";
import { formatBpm, formatLevel, formatNote } from "@/lib/music/notation";
import type { Correctable } from "@/lib/samples/corrections/schema";
import type { SampleRow } from "@/lib/samples/schema";
import { KIND_NAMES } from "./sample-facts";

/** Why there is no such value, for screen readers. */
export function absentText(row: SampleRow, what: string): string {
  return row.status === "completed" ? `No ${what}` : `The ${what} is not measured yet`;
}

/** Stands for a missing value: not found in an analysed sample, or not measured yet. */
function Absent({ row, what }: { row: SampleRow; what: string }) {
  const isMeasured = row.status === "completed";
  return (
    <span className="text-muted-foreground" title={isMeasured ? `No ${what} found` : undefined}>
      <span aria-hidden>{isMeasured ? "n/a" : "–"}</span>
      <span className="sr-only">{absentText(row, what)}</span>
    </span>
  );
}

/** The value, and a mark if a person has corrected it. */
function Marked({ row, value, children }: { row: SampleRow; value: Correctable; children: ReactNode }) {
  if (!row.corrected.includes(value)) return children;
  return (
    <span className="relative inline-flex items-baseline gap-1">
      {children}
      {/* A card's line has no room for it: there it stands above the end of the value. */}
      <span className="inline-flex self-center max-md:absolute max-md:-top-1.5 max-md:-right-2 max-md:[&_svg]:size-2.5">
        <CorrectedMark />
      </span>
    </span>
  );
}

/** `hasUnit`: where no head of a column says to a screen reader what the number is. */
export function BpmValue({ row, hasUnit = false }: { row: SampleRow; hasUnit?: boolean }) {
  return (
    <Marked row={row} value="bpm">
      {row.bpm === null ? (
        <Absent row={row} what="tempo" />
      ) : (
        <Estimate confidence={row.bpmConfidence} className="figures">
          {formatBpm(row.bpm)}
          {hasUnit ? <span className="sr-only"> BPM</span> : null}
        </Estimate>
      )}
    </Marked>
  );
}

/** The key, or the note of a single sound, which has no key. */
export function KeyValue({ row }: { row: SampleRow }) {
  return (
    <Marked row={row} value="key">
      <KeyOrNote row={row} />
    </Marked>
  );
}

function KeyOrNote({ row }: { row: SampleRow }) {
  if (row.note !== null) {
    return (
      <Estimate confidence={row.noteConfidence}>
        {formatNote(row.note)} <span className="text-muted-foreground text-xs">note</span>
      </Estimate>
    );
  }
  if (row.keyTonic === null || row.keyMode === null) return <Absent row={row} what="key or note" />;
  const key = { tonic: row.keyTonic, mode: row.keyMode };
  return (
    <span className="inline-flex items-baseline gap-2 whitespace-nowrap">
      <Estimate confidence={row.keyConfidence}>
        <KeyName of={key} />
      </Estimate>
      <span className="figures text-muted-foreground text-xs">
        <KeyBeside of={key} />
      </span>
    </span>
  );
}

/** The kind of sound: a guess is shown as one. */
export function KindValue({ row }: { row: SampleRow }) {
  if (row.kind === null) return <Absent row={row} what="kind" />;
  return (
    <Marked row={row} value="kind">
      <Estimate confidence={row.kindConfidence}>{KIND_NAMES[row.kind]}</Estimate>
    </Marked>
  );
}

export function LoudnessValue({ row }: { row: SampleRow }) {
  if (row.integratedLufs !== null) return <span className="figures">{formatLevel(row.integratedLufs)}</span>;
  if (row.ungatedLufs === null) return <Absent row={row} what="loudness" />;
  return (
    <span className="figures">
      <UngatedLevel>{formatLevel(row.ungatedLufs)}</UngatedLevel>
    </span>
  );
}
