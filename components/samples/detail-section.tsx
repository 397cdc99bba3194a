import { useText } from "#text";
import { msg } from "@/lib/language/text";
import type { KeyNotation } from "@/lib/music/key-notations";
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
  const t = useText();
  const { record } = sample;
  if (!record) return null;
  const { loudness } = record;
  const hasFile = saysSomething(sample);
  return (
    <>
      <JumpLinks groups={hasFile ? [...GROUPS, IN_THE_FILE] : GROUPS} />
      <PaneGroup id="character" title={t("Character")}>
        <CharacterPanes record={record} />
      </PaneGroup>
      <PaneGroup id="music" title={t("Music")}>
        <MusicPanes record={record} notation={notation} />
      </PaneGroup>
      <PaneGroup id="sound" title={t("[how it sounds] Sound")}>
        <SoundPanes record={record} />
      </PaneGroup>
      <PaneGroup id="level" title={t("[of sound] Level")}>
        <div className="grid gap-4 md:grid-cols-2">
          <Pane title={t("Loudness in detail")} about="loudness">
            <MeasuredTable rows={loudnessRows(loudness, t)} caption={t("Loudness of the whole file")} />
          </Pane>
          <Pane title={t("Signal")} about="loudness">
            <MeasuredTable
              rows={signalRows(loudness, t)}
              caption={t("Levels, clipping and silence of the whole file")}
            />
          </Pane>
        </div>
        <AnalysisPane {...sample} />
      </PaneGroup>
      {hasFile ? (
        <PaneGroup id={IN_THE_FILE.id} title={t(IN_THE_FILE.title)}>
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

const GROUPS: readonly Group[] = [
  { id: "character", title: msg("Character") },
  { id: "music", title: msg("Music") },
  { id: "sound", title: msg("[how it sounds] Sound") },
  { id: "level", title: msg("[of sound] Level") },
];
const IN_THE_FILE: Group = { id: "in-the-file", title: msg("In the file") };

/** Links to the groups below. */
function JumpLinks({ groups }: { groups: readonly Group[] }) {
  const t = useText();
  return (
    <nav aria-label={t("On this page")} className="flex flex-wrap items-center gap-x-5 gap-y-1 pt-2 text-sm">
      <span className="eyebrow">{t("In detail")}</span>
      {groups.map(({ id, title }) => (
        <a key={id} href={`#${id}`} className="rounded-xs py-1 text-primary hover:underline">
          {t(title)}
        </a>
      ))}
    </nav>
  );
}
