import type { PlayList } from "@/components/player/play-queue";
import { trackOf } from "@/components/samples/sample-track";
import type { LibraryWindow } from "./library-window";

/** So many rows to either side can be stepped to from a player that knows nothing of the library. */
const REACH = 50;

/** What stands around a row, as far as it is read. */
export function listAround(window: LibraryWindow, index: number): PlayList {
  const tracks = [];
  for (let at = Math.max(0, index - REACH); at <= index + REACH; at++) {
    const row = window.rowAt(at);
    const track = row && trackOf(row);
    if (track) tracks.push(track);
  }
  return { id: "/library", tracks };
}
