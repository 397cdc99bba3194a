"use client";

import { KeySheet } from "@/components/ui/key-sheet";

const KEYS: readonly (readonly [keys: string, what: string])[] = [
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

/** All keys of the map. */
export const GalaxyHelp = ({ onClose }: { onClose: () => void }) => (
  <KeySheet title="On the map" keys={KEYS} onClose={onClose} />
);
