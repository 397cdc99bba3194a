"use client";

import { FolderPlus, ListMusic, Play, Route, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useText } from "#text";
import { orSay } from "@/components/collections/call";
import { audioPlayer } from "@/components/player/audio-player";
import { trackOf } from "@/components/samples/sample-track";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/client";
import { SELECTED_IDS_MAX } from "@/lib/library/constants";
import { fetchPath } from "./fetch-galaxy";
import type { GalaxyModel, GalaxyState } from "./galaxy-model";
import type { GalaxyRows } from "./galaxy-rows";
import { PathPlayer } from "./path-player";

const CollectDialog = dynamic(() =>
  import("@/components/collections/collect-dialog").then((module) => module.CollectDialog),
);

/** Sounds of a path, both ends among them. */
const PATH_MOST = 24;
const NAME_MAX = 50;

export interface PickedBarProps {
  model: GalaxyModel;
  rows: GalaxyRows;
  state: GalaxyState;
}

/** What can be done with the points that were picked. */
export function PickedBar({ model, rows, state }: PickedBarProps) {
  const t = useText();
  const { picked, path } = state;
  const router = useRouter();
  const [collected, setCollected] = useState<readonly string[] | null>(null);
  const [isPending, setPending] = useState(false);
  const player = usePathPlayer(model);
  if (picked.length === 0) return null;
  const isTooMany = picked.length > SELECTED_IDS_MAX;
  const [from = -1, to = -1] = picked;

  const findPath = async () => {
    setPending(true);
    const ids = await fetchPath(model.idOf(from), model.idOf(to), PATH_MOST, new AbortController().signal).catch(
      () => null,
    );
    setPending(false);
    if (ids) model.showPath(ids.map((id) => model.indexOf(id)).filter((index) => index >= 0));
    else toast.error(t("No path was found"), { description: t("The server did not answer. Try again in a moment.") });
  };
  const play = async () => {
    const ids = path.map((index) => model.idOf(index));
    await rows.load(ids);
    player().play(ids.flatMap((id) => rows.get(id) ?? []).flatMap((row) => trackOf(row) ?? []));
  };
  const makePlaylist = async () => {
    setPending(true);
    const ids = path.map((index) => model.idOf(index));
    await rows.load(ids);
    const nameOf = (id: string | undefined) => rows.get(id ?? "")?.fileName.slice(0, NAME_MAX) ?? t("a sound");
    const name = t("From {first} to {last}", { first: nameOf(ids[0]), last: nameOf(ids.at(-1)) });
    const wishes = { curve: [{ at: 0, energy: 0.5 }], firstId: ids[0] ?? null, lastId: ids.at(-1) ?? null };
    const asking = callApi("POST /playlists", { body: { name, set: { selection: { ids } }, wishes } });
    const answer = await orSay(t("The playlist"), asking);
    setPending(false);
    if (answer) router.push(`/playlists/${answer.body.data.id}`);
  };
  return (
    <div
      role="toolbar"
      aria-label={t("Picked sounds")}
      className="glass-strong flex max-w-full flex-wrap items-center gap-1 rounded-lg py-1.5 pr-1.5 pl-3 text-sm"
    >
      <span className="mr-1 whitespace-nowrap">
        {path.length > 0
          ? t.count(path.length, "Path of {count} sound", "Path of {count} sounds")
          : t("{count} picked", { count: picked.length })}
      </span>
      {path.length > 0 ? (
        <>
          <Button size="sm" onClick={() => void play()}>
            <Play aria-hidden />
            {t("Play the path")}
          </Button>
          <Button size="sm" pending={isPending} onClick={() => void makePlaylist()}>
            <ListMusic aria-hidden />
            {t("Make a playlist")}
          </Button>
        </>
      ) : picked.length === 2 ? (
        <Button size="sm" pending={isPending} onClick={() => void findPath()}>
          <Route aria-hidden />
          {t("Path between")}
        </Button>
      ) : null}
      {isTooMany ? (
        <span className="text-muted-foreground text-xs">
          {t("A collection takes {count} at once: pick fewer.", { count: SELECTED_IDS_MAX })}
        </span>
      ) : (
        <Button
          size="sm"
          onClick={() => setCollected((path.length > 0 ? path : picked).map((index) => model.idOf(index)))}
        >
          <FolderPlus aria-hidden />
          {t("Add to a collection")}
        </Button>
      )}
      <IconButton label={t("Pick nothing")} size="icon-sm" onClick={() => model.pickAll([])}>
        <X aria-hidden />
      </IconButton>
      {collected ? (
        <CollectDialog
          selection={{ ids: [...collected] }}
          count={collected.length}
          onDone={(collectionId) => {
            setCollected(null);
            if (collectionId) model.pickAll([]);
          }}
        />
      ) : null}
    </div>
  );
}

/** Plays a path, with the cursor on what is heard. It ends with the page. */
function usePathPlayer(model: GalaxyModel): () => PathPlayer {
  const player = useRef<PathPlayer | null>(null);
  useEffect(() => () => player.current?.stop(), []);
  return () => {
    player.current ??= new PathPlayer(audioPlayer(), (id) => id && model.moveTo(model.indexOf(id)));
    return player.current;
  };
}
