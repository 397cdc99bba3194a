/** What keys and gestures do on the map, while it has the focus. */
export const GALAXY_KEYS: readonly (readonly [keys: string, what: string])[] = [
  ["Drag", "Turn the galaxy; with the right button or Alt, move it"],
  ["Wheel, pinch", "Nearer or farther away"],
  ["Click, Enter", "Open the sound"],
  ["Shift or Ctrl + click, X", "Pick it: two picked sounds have a path between them"],
  ["Arrows", "To the next sound in that direction, and play it"],
  ["Space", "Play or pause"],
  ["W A S D, Q E", "Fly forward, left, back, right, down and up"],
  ["Page ↑ ↓", "Nearer or farther away"],
  ["Home", "The whole galaxy"],
  ["Escape", "Pick nothing, then leave the sound"],
  ["/", "To the search"],
];
