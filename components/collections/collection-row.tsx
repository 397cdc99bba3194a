"use client";

import { ArrowDown, ArrowUp, Users } from "lucide-react";
import { useRef } from "react";
import { useText } from "#text";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { carry, useCarried } from "@/components/ui/use-carried";
import type { Collection } from "@/lib/collections/schema";
import { CollectionCover, carriedCover } from "./collection-cover";

export interface CollectionRowProps {
  collection: Collection;
  /** Those with the same parent, in order. Empty where nothing is moved. */
  siblings: readonly Collection[];
  onMove: (step: -1 | 1) => void;
}

/** One collection in the list, with what moves it among its siblings. */
export function CollectionRow({ collection, siblings, onMove }: CollectionRowProps) {
  const t = useText();
  const { id, name, colour, coverSampleId, query, count, ownerName, isShared } = collection;
  const at = siblings.indexOf(collection);
  const cover = useRef<HTMLSpanElement>(null);
  useCarried(carriedCover(id), cover);
  return (
    <div className="flex items-center gap-3">
      <CollectionCover ref={cover} name={name} colour={colour} coverSampleId={coverSampleId} />
      <div className="min-w-0 flex-1">
        <Link
          href={`/collections/${id}`}
          onClick={() => carry(carriedCover(id), cover.current)}
          className="block truncate font-medium hover:underline"
        >
          {name}
        </Link>
        <p className="flex items-center gap-1.5 truncate text-muted-foreground text-sm">
          {query === null ? t.count(count ?? 0, "{count} sample", "{count} samples") : t("Smart collection")}
          {ownerName ? ` · ${t("by {name}", { name: ownerName })}` : null}
          {isShared ? (
            <>
              <Users aria-hidden className="size-3.5" />
              <span className="sr-only">{t("Shared")}</span>
            </>
          ) : null}
        </p>
      </div>
      {siblings.length > 1 ? (
        <span className="flex flex-col">
          <IconButton
            label={t("Move {name} up", { name })}
            size="icon-sm"
            disabled={at === 0}
            focusableWhenDisabled
            onClick={() => onMove(-1)}
          >
            <ArrowUp aria-hidden />
          </IconButton>
          <IconButton
            label={t("Move {name} down", { name })}
            size="icon-sm"
            disabled={at === siblings.length - 1}
            focusableWhenDisabled
            onClick={() => onMove(1)}
          >
            <ArrowDown aria-hidden />
          </IconButton>
        </span>
      ) : null}
    </div>
  );
}
