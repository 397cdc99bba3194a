"use client";

import { ListMusic } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useText } from "#text";
import { useCollectionEvents, useSampleEvents } from "@/components/live/live-events-provider";
import { ListOfSounds } from "@/components/player/list-of-sounds";
import { trackOf } from "@/components/samples/sample-track";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { toast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/client";
import type { Collection, CollectionItem } from "@/lib/collections/schema";
import { msg } from "@/lib/language/text";
import { orSay } from "./call";
import { CollectionHeader, type Opening } from "./collection-header";
import { ItemList } from "./item-list";
import { removeWithUndo } from "./remove-with-undo";
import { useItems } from "./use-items";
import { useSoon } from "./use-soon";
import { useToldOfEdits } from "./use-told-of-edits";

const EditCollection = dynamic(() => import("./edit-collection").then((module) => module.EditCollection));
const ShareDialog = dynamic(() => import("./share-dialog").then((module) => module.ShareDialog));
const FileDialog = dynamic(() => import("./file-dialog").then((module) => module.FileDialog));
const PlaylistDialog = dynamic(() => import("./playlist-dialog").then((module) => module.PlaylistDialog));

export interface CollectionViewProps {
  collection: Collection;
  items: readonly CollectionItem[];
  nextCursor: string | null;
  canShare: boolean;
  /** What it can be put into. */
  parents: readonly Pick<Collection, "id" | "name">[];
}

/** One collection: its samples in order, and all that can be done with it. */
export function CollectionView({ collection, items: first, nextCursor, canShare, parents }: CollectionViewProps) {
  const t = useText();
  const { id, name, role, query } = collection;
  const router = useRouter();
  const list = useItems(id, first, nextCursor);
  const [opened, open] = useState<Opening | null>(null);
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const [said, say] = useState("");
  const wasEdited = useToldOfEdits(collection);
  const chosen = list.items.findIndex(({ sample }) => selected.has(sample.id));
  const mayChange = role !== "view" && query === null;
  const refresh = () => {
    router.refresh();
    void list.reload();
  };
  useCollectionEvents(({ collectionId, change }) => {
    if (collectionId !== id) return;
    router.refresh();
    if (change !== "edited" || query !== null) void list.reload();
  }, refresh);
  const reloadSoon = useSoon(() => void list.reload());
  useSampleEvents(({ sampleId, change }) => {
    const isIn = list.items.some(({ sample }) => sample.id === sampleId);
    if (isIn || change === "restored" || query !== null) reloadSoon();
  });
  const playList = {
    id: `/collections/${id}`,
    tracks: list.items.flatMap(({ sample }) => trackOf(sample) ?? []),
  };
  const close = () => open(null);
  const move = async (from: number, to: number) => {
    const fileName = list.items[from]?.sample.fileName;
    if (await list.move(from, to))
      say(
        t("{name} is now {place} of {count}", {
          name: `${fileName}`,
          place: (to > from ? to - 1 : to) + 1,
          count: list.items.length,
        }),
      );
  };
  const remove = async () => {
    await removeWithUndo(id, [...selected], refresh, t);
    select(new Set());
  };
  const trash = async () => {
    if (!(await orSay(msg("Deleting"), callApi("DELETE /collections/:id", { params: { id } }), t))) return;
    const undo = async () => {
      if (await orSay(msg("Undoing"), callApi("POST /collections/:id/restore", { params: { id } }), t))
        router.push(`/collections/${id}`);
    };
    toast(t("{name} deleted", { name }), {
      description: t("Its samples stay in the library."),
      action: { label: t("Undo"), onClick: () => void undo() },
    });
    router.push("/collections");
  };
  const leave = async () => {
    if (await orSay(msg("Leaving"), callApi("POST /collections/:id/leave", { params: { id } }), t))
      router.push("/collections");
  };
  return (
    <>
      <CollectionHeader
        collection={collection}
        list={playList}
        canShare={canShare}
        onOpen={open}
        onTrash={() => void trash()}
        onLeave={() => void leave()}
      />
      <p role="status" className="sr-only">
        {said}
      </p>
      {selected.size > 0 && mayChange ? (
        <div className="glass-strong sticky top-2 z-10 mb-2 flex flex-wrap items-center gap-3 rounded-lg px-4 py-2 text-sm">
          {t.count(selected.size, "{count} sample selected", "{count} samples selected")}
          <Button size="sm" onClick={() => void remove()}>
            {t("Remove from the collection")}
          </Button>
          {/* Where there is no mouse to drag with and no Alt key. */}
          {selected.size === 1 ? (
            <>
              <Button size="sm" disabled={chosen <= 0} onClick={() => void move(chosen, chosen - 1)}>
                {t("Move up")}
              </Button>
              <Button
                size="sm"
                disabled={chosen < 0 || chosen >= list.items.length - 1}
                onClick={() => void move(chosen, chosen + 2)}
              >
                {t("Move down")}
              </Button>
            </>
          ) : null}
          <Button size="sm" variant="ghost" onClick={() => select(new Set())}>
            {t("Clear")}
          </Button>
        </div>
      ) : null}
      {list.items.length === 0 ? (
        <EmptyState
          icon={ListMusic}
          title={query === null ? t("Nothing in it yet") : t("It finds nothing now")}
          description={
            query === null
              ? t("Select samples in the library, and add them to this collection.")
              : t("As soon as a sample matches its search, it is here.")
          }
        />
      ) : (
        <ListOfSounds {...playList} goesOn isMain>
          <ItemList
            items={list.items}
            isOrdered={mayChange}
            selected={selected}
            onMove={(from, to) => void move(from, to)}
            onSelect={(sampleId, isSelected) => {
              const next = new Set(selected);
              if (isSelected) next.add(sampleId);
              else next.delete(sampleId);
              select(next);
            }}
          />
        </ListOfSounds>
      )}
      {list.hasMore ? (
        <Button className="mt-4 self-center" pending={list.isLoading} onClick={() => void list.more()}>
          {t("Show more")}
        </Button>
      ) : null}
      {opened === "edit" ? (
        <EditCollection
          collection={collection}
          parents={parents}
          covers={list.items.map(({ sample }) => sample)}
          onSaved={(saved, version) => {
            wasEdited(saved, version);
            refresh();
          }}
          onClose={close}
        />
      ) : null}
      {opened === "share" ? <ShareDialog collection={collection} onClose={close} /> : null}
      {opened === "file" ? <FileDialog name={name} of={{ collectionId: id }} onClose={close} /> : null}
      {opened === "playlist" ? (
        <PlaylistDialog
          name={t("{name}, in order", { name })}
          set={{ collectionId: id }}
          items={list.items.map(({ sample }) => sample)}
          onClose={close}
        />
      ) : null}
    </>
  );
}
