"use client";

import { Download, FolderPlus, PencilLine, Trash2, WandSparkles } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useText } from "#text";
import { ListOfSounds } from "@/components/player/list-of-sounds";
import { PlayAll } from "@/components/player/play-all";
import { PreviewButton } from "@/components/player/preview-button";
import { BpmValue, KeyValue } from "@/components/samples/row-values";
import { trackOf } from "@/components/samples/sample-track";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { useSlidingRows } from "@/components/ui/use-sliding-rows";
import { callApi } from "@/lib/api/client";
import { writeDecimal } from "@/lib/format/decimal";
import { msg } from "@/lib/language/text";
import type { Playlist, Wishes } from "@/lib/playlists/schema";
import { orSay } from "./call";
import { stepText } from "./step-text";
import { WishesForm } from "./wishes-form";

const RenameDialog = dynamic(() => import("./rename-dialog").then((module) => module.RenameDialog));
const FileDialog = dynamic(() => import("./file-dialog").then((module) => module.FileDialog));

/** A playlist: its samples in order with the reasons, and the wishes that it was made by. */
export function PlaylistView({ playlist }: { playlist: Playlist }) {
  const t = useText();
  const { id, name, steps, cost, greedyCost } = playlist;
  const router = useRouter();
  const [wishes, setWishes] = useState<Wishes>(playlist.wishes);
  const [isPending, setPending] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const [isRenaming, setRenaming] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  useSlidingRows(list, steps.map(({ sampleId }) => sampleId).join());
  const again = async () => {
    setPending(true);
    const asking = callApi("PATCH /playlists/:id", { params: { id }, body: { wishes } });
    if (await orSay(msg("The new order"), asking, t)) router.refresh();
    setPending(false);
  };
  const save = async () => {
    const ids = steps.map(({ sampleId }) => sampleId);
    const body = { name, ...(ids.length > 0 ? { selection: { ids } } : {}) };
    const answer = await orSay(msg("The collection"), callApi("POST /collections", { body }), t);
    if (answer) router.push(`/collections/${answer.body.data.id}`);
  };
  const rename = async (wanted: string) => {
    const asking = callApi("PATCH /playlists/:id", { params: { id }, body: { name: wanted } });
    if (!(await orSay(msg("The new name"), asking, t))) return false;
    router.refresh();
    return true;
  };
  const remove = async () => {
    const answer = await orSay(msg("Deleting"), callApi("DELETE /playlists/:id", { params: { id } }), t);
    if (!answer) return;
    const body = answer.body.data;
    const undo = async () => {
      if (await orSay(msg("Undoing"), callApi("POST /playlists/:id/restore", { params: { id }, body }), t))
        router.push(`/playlists/${id}`);
    };
    toast(t("{name} deleted", { name }), {
      description: t("Its samples stay in the library."),
      action: { label: t("Undo"), onClick: () => void undo() },
    });
    router.push("/collections");
  };
  const playList = { id: `/playlists/${id}`, tracks: steps.flatMap(({ sample }) => trackOf(sample) ?? []) };
  const gain = greedyCost > 0 ? Math.round(100 * (1 - cost / greedyCost)) : 0;
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-4 pb-6">
        <div className="min-w-0">
          <Link href="/collections" className="text-primary text-sm underline underline-offset-4">
            {t("All collections")}
          </Link>
          <h1 className="font-display font-medium text-3xl tracking-tight [overflow-wrap:anywhere]">{name}</h1>
          <p className="text-muted-foreground text-sm">
            {t.count(steps.length, "{count} sample", "{count} samples")} ·{" "}
            {gain > 0
              ? t("cost {cost}, {gain} % less than always taking the next best", {
                  cost: writeDecimal(cost, 1, t),
                  gain,
                })
              : t("cost {cost}", { cost: writeDecimal(cost, 1, t) })}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <PlayAll list={playList} />
          <Button onClick={() => setExporting(true)}>
            <Download aria-hidden />
            {t("Export")}
          </Button>
          <Button onClick={() => void save()}>
            <FolderPlus aria-hidden />
            {t("Save as a collection")}
          </Button>
          <Button onClick={() => setRenaming(true)}>
            <PencilLine aria-hidden />
            {t("Rename")}
          </Button>
          <Button variant="danger" onClick={() => void remove()}>
            <Trash2 aria-hidden />
            {t("Delete")}
          </Button>
        </div>
      </header>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        {steps.length === 0 ? (
          <EmptyState
            icon={WandSparkles}
            title={t("Nothing to put in order")}
            description={t("The set has no samples.")}
          />
        ) : (
          <ListOfSounds {...playList} goesOn isMain>
            <ol ref={list} className="flex flex-col" aria-label={t("Samples in order")}>
              {steps.map(({ sampleId, text, sample }, index) => (
                <li key={sampleId} data-row={sampleId} className="flex items-center gap-3 border-b py-2">
                  <span className="figures w-7 text-right text-muted-foreground text-sm">{index + 1}</span>
                  <PreviewButton id={sampleId} fileName={sample.fileName} track={trackOf(sample)} />
                  <span className="min-w-0 flex-1">
                    <Link href={`/samples/${sampleId}`} className="block truncate font-medium hover:underline">
                      {sample.fileName}
                    </Link>
                    <span className="block text-muted-foreground text-xs">{stepText(text, t)}</span>
                  </span>
                  <span className="flex flex-col items-end gap-0.5 text-sm sm:grid sm:grid-cols-[4rem_7rem] sm:gap-4">
                    <span className="text-right">
                      <BpmValue row={sample} hasUnit />
                    </span>
                    <KeyValue row={sample} />
                  </span>
                </li>
              ))}
            </ol>
          </ListOfSounds>
        )}
        <section aria-label={t("Wishes")} className="glass h-fit rounded-lg p-4">
          <WishesForm wishes={wishes} samples={steps.map(({ sample }) => sample)} onChange={setWishes} />
          <Button variant="primary" className="mt-4 w-full" pending={isPending} onClick={() => void again()}>
            {t("Order anew")}
          </Button>
        </section>
      </div>
      {isRenaming ? (
        <RenameDialog
          title={t("Rename the playlist")}
          name={name}
          onRename={rename}
          onClose={() => setRenaming(false)}
        />
      ) : null}
      {isExporting ? <FileDialog name={name} of={{ playlistId: id }} onClose={() => setExporting(false)} /> : null}
    </>
  );
}
