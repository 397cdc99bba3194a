import type { ReactNode } from "react";
import { useText } from "#text";
import { KeyBeside, KeyName } from "@/components/choices/key-name";
import { CorrectedMark } from "@/components/ui/corrected-mark";
import { Estimate } from "@/components/ui/estimate";
import { UngatedLevel } from "@/components/ui/ungated-level";
import { ENGLISH, msg, type Text } from "@/lib/language/text";
import { formatBpm, formatLevel, formatNote } from "@/lib/music/notation";
import type { Correctable } from "@/lib/samples/corrections/schema";
import type { SampleRow } from "@/lib/samples/schema";
import { KIND_NAMES } from "./sample-facts";

const ABSENT = {
  tempo: { none: msg("No tempo"), notYet: msg("The tempo is not measured yet"), notFound: msg("No tempo found") },
  "key or note": {
    none: msg("No key or note"),
    notYet: msg("The key or note is not measured yet"),
    notFound: msg("No key or note found"),
  },
  kind: { none: msg("No kind"), notYet: msg("The kind is not measured yet"), notFound: msg("No kind found") },
  loudness: {
    none: msg("No loudness"),
    notYet: msg("The loudness is not measured yet"),
    notFound: msg("No loudness found"),
  },
  length: { none: msg("No length"), notYet: msg("The length is not measured yet"), notFound: msg("No length found") },
} as const;

type Measurable = keyof typeof ABSENT;

/** Why there is no such value, for screen readers. */
export function absentText(row: SampleRow, what: Measurable, t: Text = ENGLISH): string {
  const { none, notYet } = ABSENT[what];
  return t(row.status === "completed" ? none : notYet);
}

/** Stands for a missing value: not found in an analysed sample, or not measured yet. */
function Absent({ row, what }: { row: SampleRow; what: Measurable }) {
  const t = useText();
  const isMeasured = row.status === "completed";
  return (
    <span className="text-muted-foreground" title={isMeasured ? t(ABSENT[what].notFound) : undefined}>
      <span aria-hidden>{isMeasured ? t("n/a") : "–"}</span>
      <span className="sr-only">{absentText(row, what, t)}</span>
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
  const t = useText();
  return (
    <Marked row={row} value="bpm">
      {row.bpm === null ? (
        <Absent row={row} what="tempo" />
      ) : (
        <Estimate confidence={row.bpmConfidence} className="figures">
          {formatBpm(row.bpm, t)}
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
  const t = useText();
  if (row.note !== null) {
    return (
      <Estimate confidence={row.noteConfidence}>
        {formatNote(row.note)} <span className="text-muted-foreground text-xs">{t("[music] note")}</span>
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
  const t = useText();
  if (row.kind === null) return <Absent row={row} what="kind" />;
  return (
    <Marked row={row} value="kind">
      <Estimate confidence={row.kindConfidence}>{t(KIND_NAMES[row.kind])}</Estimate>
    </Marked>
  );
}

export function LoudnessValue({ row }: { row: SampleRow }) {
  const t = useText();
  if (row.integratedLufs !== null) return <span className="figures">{formatLevel(row.integratedLufs, t)}</span>;
  if (row.ungatedLufs === null) return <Absent row={row} what="loudness" />;
  return (
    <span className="figures">
      <UngatedLevel>{formatLevel(row.ungatedLufs, t)}</UngatedLevel>
    </span>
  );
}
