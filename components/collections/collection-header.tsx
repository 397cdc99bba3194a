"use client";

import { Download, ListMusic, Pencil, Share2, Trash2 } from "lucide-react";
import { useRef } from "react";
import { useText } from "#text";
import { PlayAll } from "@/components/player/play-all";
import type { PlayList } from "@/components/player/play-queue";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { carry, useCarried } from "@/components/ui/use-carried";
import type { Collection } from "@/lib/collections/schema";
import { CollectionCover, carriedCover } from "./collection-cover";

/** The dialogs of a collection. */
export type Opening = "edit" | "share" | "file" | "playlist";

export interface CollectionHeaderProps {
  collection: Collection;
  /** What can be played of it. */
  list: PlayList;
  canShare: boolean;
  onOpen: (opening: Opening) => void;
  onTrash: () => void;
  onLeave: () => void;
}

/** What a collection is, and what can be done with it. */
export function CollectionHeader({ collection, list, canShare, onOpen, onTrash, onLeave }: CollectionHeaderProps) {
  const t = useText();
  const { id, name, description, query, role } = collection;
  const cover = useRef<HTMLSpanElement>(null);
  useCarried(carriedCover(id), cover);
  return (
    <header className="flex flex-wrap items-end gap-4 pb-6">
      <CollectionCover {...collection} ref={cover} className="size-24" />
      <div className="min-w-0 flex-1">
        <Link
          href="/collections"
          onClick={() => carry(carriedCover(id), cover.current)}
          className="text-primary text-sm underline underline-offset-4"
        >
          {t("All collections")}
        </Link>
        <h1 className="font-display font-medium text-2xl tracking-tight [overflow-wrap:anywhere] sm:text-3xl">
          {name}
        </h1>
        <p className="text-muted-foreground text-sm">
          {query === null
            ? t.count(collection.count ?? 0, "{count} sample", "{count} samples")
            : t("Always what “{query}” finds", { query })}
          {collection.ownerName ? ` · ${t("by {name}", { name: collection.ownerName })}` : null}
        </p>
        {description ? <p className="mt-1 max-w-prose whitespace-pre-line">{description}</p> : null}
      </div>
      <div className="flex flex-wrap gap-2">
        <PlayAll list={list} />
        <Button onClick={() => onOpen("playlist")}>
          <ListMusic aria-hidden />
          {t("Make a playlist")}
        </Button>
        <Button onClick={() => onOpen("file")}>
          <Download aria-hidden />
          {t("Export")}
        </Button>
        {canShare ? (
          <Button onClick={() => onOpen("share")}>
            <Share2 aria-hidden />
            {t("Share")}
          </Button>
        ) : null}
        {role === "view" ? null : (
          <Button onClick={() => onOpen("edit")}>
            <Pencil aria-hidden />
            {t("Edit")}
          </Button>
        )}
        {role === "owner" ? (
          <Button variant="danger" onClick={onTrash}>
            <Trash2 aria-hidden />
            {t("Delete")}
          </Button>
        ) : (
          <Button variant="danger" onClick={onLeave}>
            {t("Leave")}
          </Button>
        )}
      </div>
    </header>
  );
}
