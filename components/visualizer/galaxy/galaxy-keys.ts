import { msg } from "@/lib/language/text";
/** What keys and gestures do on the map, while it has the focus. */
export const GALAXY_KEYS: readonly (readonly [keys: string, what: string])[] = [
  [msg("Drag"), msg("Turn the galaxy; with the right button or Alt, move it")],
  [msg("Wheel, pinch"), msg("Nearer or farther away")],
  [msg("Click, Enter"), msg("Open the sound")],
  [msg("Shift or Ctrl + click, X"), msg("Pick it: two picked sounds have a path between them")],
  [msg("Arrows"), msg("To the next sound in that direction, and play it")],
  ["Space", msg("Play or pause")],
  ["W A S D, Q E", msg("Fly forward, left, back, right, down and up")],
  ["Page ↑ ↓", msg("Nearer or farther away")],
  ["Home", msg("The whole galaxy")],
  ["Escape", msg("Pick nothing, then leave the sound")],
  ["/", msg("To the search")],
];
