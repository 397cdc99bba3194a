"use client";

import { Download, Plus, Scissors } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useText } from "#text";
import { FormAlert } from "@/components/forms/form-alert";
import { audioPlayer } from "@/components/player/audio-player";
import type { Track } from "@/components/player/track";
import { Pane } from "@/components/samples/pane";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLinkItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { NativeSelect } from "@/components/ui/native-select";
import { Slider } from "@/components/ui/slider";
import { usePeaks } from "@/components/waveform/use-peaks";
import { apiAddress } from "@/lib/api/client";
import { msg } from "@/lib/language/text";
import { MakeSamples } from "./make-samples";
import { addedAt, type Part, PLAY_KEYS } from "./slice-list";
import { playPart } from "./slice-player";
import { SliceRows } from "./slice-rows";
import { SliceStrip } from "./slice-strip";
import { type OfferKind, type Slices, useSlices } from "./use-slices";

export interface SlicesPaneProps {
  sampleId: string;
  fileName: string;
  durationSeconds: number;
  audioUrl: string;
  peaksUrl: string | null;
  hasBeats: boolean;
  canDownload: boolean;
}

const STATES: Readonly<Record<Slices["state"], string>> = {
  loading: msg("Loading…"),
  unread: msg("The slices could not be loaded"),
  stored: msg("Saved"),
  changed: msg("Saving…"),
  failed: msg("Not saved"),
};

/** Several sounds in one file: found, moved, named, played, exported apart or made samples of their own. */
export function SlicesPane(props: SlicesPaneProps) {
  const t = useText();
  const { sampleId, fileName, durationSeconds, audioUrl, peaksUrl } = props;
  const slices = useSlices(sampleId);
  const peaks = usePeaks(peaksUrl);
  const track: Track = { id: sampleId, title: fileName, src: audioUrl, durationSeconds };
  const { parts, change } = slices;
  const play = (part: Part) => playPart(track, part);
  const replace = (part: Part) => change(parts.map((one) => (one.key === part.key ? part : one)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      (event.target as Element).matches("input:not([type='range']), select")
    )
      return;
    const at = event.key.length === 1 ? PLAY_KEYS.indexOf(event.key.toLowerCase()) : -1;
    const part = parts[at];
    if (at < 0 || !part) return;
    // The same letters mean other things on the page.
    event.preventDefault();
    event.stopPropagation();
    play(part);
  };
  const add = () => {
    const added = addedAt(parts, audioPlayer().positionOf(sampleId), durationSeconds, t);
    if (added) change([...parts, added]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys inside it play slices; each has a button as well.
    <div onKeyDown={onKeyDown}>
      <Pane title={t("Slices")}>
        {slices.state === "loading" || slices.state === "unread" ? null : (
          <Toolbar {...props} slices={slices} onAdd={add} />
        )}
        {slices.state === "unread" ? (
          <Button onClick={() => void slices.reload()}>{t("Load the slices again")}</Button>
        ) : null}
        <FormAlert>{slices.problem && t(slices.problem)}</FormAlert>
        <div className="mt-4 flex flex-col gap-4">
          <SliceStrip peaks={peaks} durationSeconds={durationSeconds} parts={parts} onMove={replace} onPlay={play} />
          {parts.length > 0 ? (
            <SliceRows
              parts={parts}
              onChange={replace}
              onPlay={play}
              onRemove={(part) => change(parts.filter((one) => one.key !== part.key))}
            />
          ) : slices.state === "loading" || slices.state === "unread" ? null : (
            <p className="text-muted-foreground text-sm">
              {t("No slices yet. Let them be found, or add one where the playhead is.")}
            </p>
          )}
          <MakeSamples sampleId={sampleId} slices={slices} />
          <p role="status" className="text-muted-foreground text-xs">
            {t(STATES[slices.state])}
            {parts.length > 0
              ? `. ${t("While the focus is in this pane, 1 to 9 and then the letters play the slices.")}`
              : ""}
          </p>
        </div>
      </Pane>
    </div>
  );
}

const WAYS: readonly { value: OfferKind; label: string }[] = [
  { value: "silence", label: msg("At silence") },
  { value: "onsets", label: msg("Where sounds begin") },
  { value: "beats", label: msg("On beats") },
];

function Toolbar({
  sampleId,
  hasBeats,
  canDownload,
  slices,
  onAdd,
}: SlicesPaneProps & { slices: Slices; onAdd: () => void }) {
  const t = useText();
  const [at, setAt] = useState<OfferKind>("silence");
  const [many, setMany] = useState(50);
  const [isFinding, setFinding] = useState(false);
  const find = async () => {
    setFinding(true);
    await slices.offer(at, many / 100);
    setFinding(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <NativeSelect
        label={t("Where to cut")}
        options={WAYS.filter(({ value }) => value !== "beats" || hasBeats).map(({ value, label }) => ({
          value,
          label: t(label),
        }))}
        value={at}
        onValueChange={setAt}
      />
      <span className="flex items-center gap-2 text-muted-foreground text-xs">
        {t("Few")}
        <Slider label={t("How many slices")} value={many} onValueChange={setMany} className="w-24" />
        {t("Many")}
      </span>
      <Button size="sm" variant="primary" pending={isFinding} onClick={() => void find()}>
        {isFinding ? null : <Scissors aria-hidden />}
        {t("Find slices")}
      </Button>
      <Button size="sm" onClick={onAdd}>
        <Plus aria-hidden />
        {t("Add at playhead")}
      </Button>
      {canDownload && slices.parts.length > 0 ? (
        <ExportMenu sampleId={sampleId} isStored={slices.state === "stored"} />
      ) : null}
    </div>
  );
}

function ExportMenu({ sampleId: id, isStored }: { sampleId: string; isStored: boolean }) {
  const t = useText();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        render={
          <Button size="sm" disabled={!isStored}>
            <Download aria-hidden />
            {t("[verb] Export")}
          </Button>
        }
      />
      <DropdownMenuContent>
        <DropdownMenuLinkItem href={apiAddress("GET /samples/:id/slices/archive", { params: { id } })} download="">
          {t("Each as a WAV, in a ZIP")}
        </DropdownMenuLinkItem>
        <DropdownMenuLinkItem href={apiAddress("GET /samples/:id/slices/cues", { params: { id } })} download="">
          {t("One WAV with cue points")}
        </DropdownMenuLinkItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
