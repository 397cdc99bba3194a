"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef } from "react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { audioPlayer } from "@/components/player/audio-player";
import { playQueue } from "@/components/player/use-queue";
import { deleteWithUndo } from "@/components/samples/delete-with-undo";
import { trackOf } from "@/components/samples/sample-track";
import { searchHref } from "@/components/search/search-href";
import { toast } from "@/components/ui/toast";
import type { LibraryRow } from "@/lib/library/schema";
import { setFavouriteAction } from "@/lib/samples/actions";
import type { LibraryWindow } from "./library-window";
import { listAround } from "./list-around";
import type { Keep } from "./use-library-window";

const SEEK_SECONDS = 5;
/** Of a short sound, the tenth part. */
const SEEK_SHARE = 0.1;

export interface RowActionsOptions {
  window: LibraryWindow;
  keepNow: () => Keep;
  reopen: (keep: Keep | null) => Promise<void>;
  /** Whether a row without a star leaves the list. */
  onlyFavourites: boolean;
  /** These have left the list, by this page. */
  onRemoved: (ids: readonly string[]) => void;
  /** Another page is about to be opened. */
  onLeave: () => void;
}

export interface RowActions {
  open: (row: LibraryRow) => void;
  similar: (row: LibraryRow) => void;
  toggle: (row: LibraryRow) => void;
  playFrom: (row: LibraryRow, share: number) => void;
  seek: (row: LibraryRow, direction: 1 | -1) => void;
  star: (row: LibraryRow) => void;
  remove: (rows: readonly Pick<LibraryRow, "id" | "fileName">[]) => void;
}

/** What can be done with a row. A change shows at once, and is taken back if the server refuses it. */
export function useRowActions(options: RowActionsOptions): RowActions {
  const t = useText();
  const router = useRouter();
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  return useMemo(() => {
    const withTrack = (row: LibraryRow, act: (track: NonNullable<ReturnType<typeof trackOf>>) => void) => {
      const track = trackOf(row);
      if (!track) return;
      const { window } = latest.current;
      if (!audioPlayer().isCurrent(row.id)) playQueue().open(listAround(window, window.indexOf(row.id)), row.id, false);
      act(track);
    };
    const star = async (row: LibraryRow) => {
      const { window, onlyFavourites, onRemoved, keepNow, reopen } = latest.current;
      const isFavourite = !row.isFavourite;
      const leaves = onlyFavourites && !isFavourite;
      if (leaves) {
        window.remove([row.id]);
        onRemoved([row.id]);
      } else window.change(row.id, { isFavourite });
      const answer = await setFavouriteAction({ id: row.id, isFavourite }).catch(() => undefined);
      const result = answer?.data;
      if (result?.ok) return;
      if (leaves) void reopen(keepNow());
      else window.change(row.id, { isFavourite: row.isFavourite });
      const code = result ? result.reason : answer?.serverError?.code;
      toast.error(t("{name} was not changed", { name: row.fileName }), { description: t(errorText(code)) });
    };
    const remove: RowActions["remove"] = (rows) => {
      const [first] = rows;
      if (!first) return;
      const ids = rows.map(({ id }) => id);
      const { window, onRemoved } = latest.current;
      const again = () => void latest.current.reopen(latest.current.keepNow());
      void deleteWithUndo({
        ids,
        name: rows.length === 1 ? first.fileName : t.count(rows.length, "{count} sample", "{count} samples"),
        onRemoved: () => {
          window.remove(ids);
          onRemoved(ids);
        },
        onFailed: again,
        onRestored: () => {},
        onUndone: again,
      });
    };
    const leave = (href: string) => {
      latest.current.onLeave();
      router.push(href);
    };
    return {
      open: (row) => leave(`/samples/${row.id}`),
      similar: (row) => leave(searchHref({ like: [row.id] })),
      toggle: (row) => withTrack(row, (track) => audioPlayer().toggle(track)),
      playFrom: (row, share) =>
        withTrack(row, (track) => {
          audioPlayer().seek(track, share * (track.durationSeconds ?? 0));
          audioPlayer().play(track);
        }),
      seek: (row, direction) =>
        withTrack(row, (track) => {
          const step = Math.min(SEEK_SECONDS, (track.durationSeconds ?? SEEK_SECONDS / SEEK_SHARE) * SEEK_SHARE);
          audioPlayer().seekBy(track, direction * step);
        }),
      star: (row) => void star(row),
      remove,
    };
  }, [router, t]);
}
