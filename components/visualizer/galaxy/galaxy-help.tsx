"use client";

import { Dialog } from "@/components/ui/dialog";

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
export function GalaxyHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title="On the map">
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 text-sm">
        {KEYS.map(([keys, what]) => (
          <div key={keys} className="contents">
            <dt className="font-mono text-xs leading-5">{keys}</dt>
            <dd className="text-muted-foreground">{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
