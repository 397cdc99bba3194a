"use client";

import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import type { Selection } from "@/lib/library/schema";
import { PLAYLIST_SAMPLES_MAX } from "@/lib/playlists/constants";
import { PlaylistDialog } from "./playlist-dialog";

export interface SelectionPlaylistProps {
  selection: Selection;
  count: number;
  onDone: () => void;
}

/** Makes a playlist of what is selected in the library. Its ends are pinned on its own page. */
export function SelectionPlaylist({ selection, count, onDone }: SelectionPlaylistProps) {
  const t = useText();
  if (count <= PLAYLIST_SAMPLES_MAX)
    return (
      <PlaylistDialog
        name={t.count(count, "{count} sample in order", "{count} samples in order")}
        set={{ selection }}
        items={[]}
        onClose={onDone}
      />
    );
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onDone()}
      title={t("Too many for a playlist")}
      description={t("At most {max} samples can be put in an order, and {count} are selected. Select fewer.", {
        max: PLAYLIST_SAMPLES_MAX,
        count,
      })}
    >
      <DialogActions>
        <Button variant="primary" onClick={onDone}>
          {t("Close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
