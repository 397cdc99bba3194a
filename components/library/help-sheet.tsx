"use client";

import { Dialog } from "@/components/ui/dialog";

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
  ["On a column's head: Alt + ← →", "Move the column"],
  ["On a column's head: Shift + ← →", "Make the column narrower or wider"],
  ["Alt + click on a tag", "Samples without it"],
];

/** All keys of the library. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title="Keys">
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
