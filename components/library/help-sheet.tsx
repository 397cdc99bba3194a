"use client";

import { KeySheet } from "@/components/ui/key-sheet";

const KEYS: readonly (readonly [keys: string, what: string])[] = [
  ["↑ ↓", "To the sample above or below, and play it"],
  ["Page ↑ ↓, Home, End", "A screen further, to the first, to the last"],
  ["Space", "Play or pause"],
  ["← →, J L", "Back and forward in the sound; among cards, arrows go to the neighbours"],
  ["Enter", "Open the sample"],
  ["X", "Select"],
  ["Shift + ↑ ↓", "Select on the way"],
  ["Ctrl + A", "Select everything that the search finds"],
  ["F", "Favourite"],
  ["S", "What sounds like it"],
  ["Delete", "To the trash, with undo"],
  ["/", "To the search"],
  ["Escape", "Select nothing"],
  ["M, + −", "Mute, louder, quieter"],
  [", .", "Slower, faster"],
  ["Y", "Keep the pitch at another rate, or let it change"],
  ["On a column's head: Alt + ← →", "Move the column"],
  ["On a column's head: Shift + ← →", "Make the column narrower or wider"],
  ["Alt + click on a tag", "Samples without it"],
];

/** All keys of the library. */
export const HelpSheet = ({ onClose }: { onClose: () => void }) => (
  <KeySheet title="Keys" keys={KEYS} onClose={onClose} />
);
