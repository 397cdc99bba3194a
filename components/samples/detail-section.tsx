import type { SampleDetail } from "@/lib/samples/schema";
import { AnalysisPane } from "./analysis-pane";
import { CharacterPanes } from "./character-pane";
import { loudnessRows, signalRows } from "./measured-rows";
import { MeasuredTable } from "./measured-table";
import { MusicPanes } from "./music-panes";
import { Pane, PaneGroup } from "./pane";
import { SoundPanes } from "./sound-panes";

/** All other measured values, in groups. */
export function DetailSection({ sample }: { sample: SampleDetail }) {
  const { record } = sample;
  if (!record) return null;
  const { loudness } = record;
  return (
    <>
      <JumpLinks />
      <PaneGroup id="character" title="Character">
        <CharacterPanes record={record} />
      </PaneGroup>
      <PaneGroup id="music" title="Music">
        <MusicPanes record={record} />
      </PaneGroup>
      <PaneGroup id="sound" title="Sound">
        <SoundPanes record={record} />
      </PaneGroup>
      <PaneGroup id="level" title="Level">
        <div className="grid gap-4 md:grid-cols-2">
          <Pane title="Loudness in detail">
            <MeasuredTable rows={loudnessRows(loudness)} caption="Loudness of the whole file" />
          </Pane>
          <Pane title="Signal">
            <MeasuredTable rows={signalRows(loudness)} caption="Levels, clipping and silence of the whole file" />
          </Pane>
        </div>
        <AnalysisPane {...sample} />
      </PaneGroup>
    </>
  );
}

const GROUPS = ["Character", "Music", "Sound", "Level"] as const;

/** Links to the groups below. */
function JumpLinks() {
  return (
    <nav aria-label="On this page" className="flex flex-wrap items-center gap-x-5 gap-y-1 pt-2 text-sm">
      <span className="eyebrow">In detail</span>
      {GROUPS.map((group) => (
        <a key={group} href={`#${group.toLowerCase()}`} className="rounded-xs py-1 text-primary hover:underline">
          {group}
        </a>
      ))}
    </nav>
  );
}
