import type { KeyNotation } from "@/lib/music/notation";
import type { SampleDetail } from "@/lib/samples/schema";
import { AnalysisPane } from "./analysis-pane";
import { CharacterPanes } from "./character-pane";
import { FilePanes, saysSomething } from "./file-panes";
import { loudnessRows, signalRows } from "./measured-rows";
import { MeasuredTable } from "./measured-table";
import { MusicPanes } from "./music-panes";
import { Pane, PaneGroup } from "./pane";
import { SoundPanes } from "./sound-panes";

/** All other measured values, in groups. */
export function DetailSection({ sample, notation }: { sample: SampleDetail; notation: KeyNotation }) {
  const { record } = sample;
  if (!record) return null;
  const { loudness } = record;
  const hasFile = saysSomething(sample);
  return (
    <>
      <JumpLinks groups={hasFile ? [...GROUPS, IN_THE_FILE] : GROUPS} />
      <PaneGroup id="character" title="Character">
        <CharacterPanes record={record} />
      </PaneGroup>
      <PaneGroup id="music" title="Music">
        <MusicPanes record={record} notation={notation} />
      </PaneGroup>
      <PaneGroup id="sound" title="Sound">
        <SoundPanes record={record} />
      </PaneGroup>
      <PaneGroup id="level" title="Level">
        <div className="grid gap-4 md:grid-cols-2">
          <Pane title="Loudness in detail" about="loudness">
            <MeasuredTable rows={loudnessRows(loudness)} caption="Loudness of the whole file" />
          </Pane>
          <Pane title="Signal" about="loudness">
            <MeasuredTable rows={signalRows(loudness)} caption="Levels, clipping and silence of the whole file" />
          </Pane>
        </div>
        <AnalysisPane {...sample} />
      </PaneGroup>
      {hasFile ? (
        <PaneGroup {...IN_THE_FILE}>
          <FilePanes {...sample} notation={notation} />
        </PaneGroup>
      ) : null}
    </>
  );
}

interface Group {
  id: string;
  title: string;
}

const GROUPS: readonly Group[] = ["Character", "Music", "Sound", "Level"].map((title) => ({
  id: title.toLowerCase(),
  title,
}));
const IN_THE_FILE: Group = { id: "in-the-file", title: "In the file" };

/** Links to the groups below. */
function JumpLinks({ groups }: { groups: readonly Group[] }) {
  return (
    <nav aria-label="On this page" className="flex flex-wrap items-center gap-x-5 gap-y-1 pt-2 text-sm">
      <span className="eyebrow">In detail</span>
      {groups.map(({ id, title }) => (
        <a key={id} href={`#${id}`} className="rounded-xs py-1 text-primary hover:underline">
          {title}
        </a>
      ))}
    </nav>
  );
}
