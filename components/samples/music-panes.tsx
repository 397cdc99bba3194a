import { useText } from "#text";
import { ShareBars } from "@/components/charts/share-bars";
import { hueOfPitchClass, segmentBackground } from "@/components/waveform/segment-colours";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { KeyNotation } from "@/lib/music/key-notations";
import { chordShares, isWrittenWithFlats } from "./chord-names";
import { harmonyRows, rhythmRows } from "./measured-rows";
import { MeasuredTable } from "./measured-table";
import { Pane } from "./pane";

const MAX_CHORDS = 6;

/** Rhythm, harmony and chords, where there are any. */
export function MusicPanes({ record, notation }: { record: AnalysisRecord; notation: KeyNotation }) {
  const t = useText();
  const { rhythm } = record;
  return (
    <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {rhythm ? (
        <Pane title={t("Rhythm")} about="rhythm" confidence={rhythm.confidence}>
          <MeasuredTable rows={rhythmRows(rhythm, record, t)} caption={t("Rhythm in relation to the beat")} />
        </Pane>
      ) : null}
      <Pane title={t("Harmony")} about="tuning">
        <MeasuredTable rows={harmonyRows(record, notation, t)} caption={t("Tuning and tonality")} />
      </Pane>
      <ChordsPane record={record} />
    </div>
  );
}

function ChordsPane({ record }: { record: AnalysisRecord }) {
  const t = useText();
  const shares = chordShares(record.chords ?? [], isWrittenWithFlats(record.key));
  const rest = shares.length - MAX_CHORDS;
  if (shares.length === 0) return null;
  return (
    <Pane title={t("Chords")} about="chords" className="md:col-span-2 xl:col-span-1">
      <ShareBars
        label={t("Chords by how long they last")}
        bars={shares.slice(0, MAX_CHORDS).map(({ short, root, share }) => ({
          key: short,
          name: short,
          share,
          background: segmentBackground(hueOfPitchClass(root)),
        }))}
      />
      {rest > 0 ? <p className="mt-3 text-muted-foreground text-xs">{t("and {count} more", { count: rest })}</p> : null}
    </Pane>
  );
}
