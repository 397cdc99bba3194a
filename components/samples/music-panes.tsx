import { ShareBars } from "@/components/charts/share-bars";
import { hueOfPitchClass, segmentBackground } from "@/components/waveform/segment-colours";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { KeyNotation } from "@/lib/music/notation";
import { chordShares, isWrittenWithFlats } from "./chord-names";
import { harmonyRows, rhythmRows } from "./measured-rows";
import { MeasuredTable } from "./measured-table";
import { Pane } from "./pane";

const MAX_CHORDS = 6;

/** Rhythm, harmony and chords, where there are any. */
export function MusicPanes({ record, notation }: { record: AnalysisRecord; notation: KeyNotation }) {
  const { rhythm } = record;
  return (
    <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {rhythm ? (
        <Pane title="Rhythm" about="rhythm" confidence={rhythm.confidence}>
          <MeasuredTable rows={rhythmRows(rhythm, record)} caption="Rhythm in relation to the beat" />
        </Pane>
      ) : null}
      <Pane title="Harmony" about="tuning">
        <MeasuredTable rows={harmonyRows(record, notation)} caption="Tuning and tonality" />
      </Pane>
      <ChordsPane record={record} />
    </div>
  );
}

function ChordsPane({ record }: { record: AnalysisRecord }) {
  const shares = chordShares(record.chords ?? [], isWrittenWithFlats(record.key));
  const rest = shares.length - MAX_CHORDS;
  if (shares.length === 0) return null;
  return (
    <Pane title="Chords" about="chords" className="md:col-span-2 xl:col-span-1">
      <ShareBars
        label="Chords by how long they last"
        bars={shares.slice(0, MAX_CHORDS).map(({ short, root, share }) => ({
          key: short,
          name: short,
          share,
          background: segmentBackground(hueOfPitchClass(root)),
        }))}
      />
      {rest > 0 ? <p className="mt-3 text-muted-foreground text-xs">and {rest} more</p> : null}
    </Pane>
  );
}
