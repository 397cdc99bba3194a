"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { counted, formatCount } from "@/lib/format/count";
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
  if (count <= PLAYLIST_SAMPLES_MAX)
    return (
      <PlaylistDialog name={`${counted(count, "sample")} in order`} set={{ selection }} items={[]} onClose={onDone} />
    );
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onDone()}
      title="Too many for a playlist"
      description={`At most ${formatCount(PLAYLIST_SAMPLES_MAX)} samples can be put in an order, and ${formatCount(count)} are selected. Select fewer.`}
    >
      <DialogActions>
        <Button variant="primary" onClick={onDone}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
