"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useText } from "#text";
import { CoveringKeys } from "@/components/keys/covering-keys";
import { openKeySheet } from "@/components/keys/open-key-sheet";
import { useKeys } from "@/components/keys/use-keys";
import { usePlayerState } from "@/components/player/use-player";
import { usePlayerKeys } from "@/components/player/use-player-keys";
import { Button } from "@/components/ui/button";
import { lastChoice, usePictureChoice } from "@/components/visualizer/controls/use-picture-choice";
import { Visualizer } from "@/components/visualizer/visualizer";
import { closeOverlay } from "./overlay-switch";
import { useSeenSample } from "./use-seen-sample";

/** What plays, as a picture over the page, with keys of its own. What plays next is shown next. */
export function Overlay() {
  return (
    <CoveringKeys>
      <ShownOverlay />
    </CoveringKeys>
  );
}

function ShownOverlay() {
  const t = useText();
  const { track } = usePlayerState();
  // What was deleted, or stopped, is seen until something else plays.
  const [id, setId] = useState(track?.id ?? null);
  if (track && track.id !== id) setId(track.id);
  const { sample, problem, retry } = useSeenSample(id);
  const choice = usePictureChoice(lastChoice(), { isInAddress: false });
  const region = useRef<HTMLElement>(null);
  usePlayerKeys();
  useKeys({ help: openKeySheet });
  useEffect(() => region.current?.focus(), []);
  const pathname = usePathname();
  const openedAt = useRef(pathname);
  useEffect(() => {
    if (pathname !== openedAt.current) closeOverlay();
  }, [pathname]);
  return (
    // The page's own main part is out of reach meanwhile.
    <main ref={region} tabIndex={-1} aria-label={t("Visualizer")} className="fixed inset-0 z-45 outline-none">
      {sample && !problem ? (
        <Visualizer sample={sample} choice={choice} onClose={closeOverlay} />
      ) : (
        <NoPicture problem={problem} onRetry={retry} />
      )}
    </main>
  );
}

interface NoPictureProps {
  /** Null while it is still to come. */
  problem: string | null;
  onRetry: () => void;
}

function NoPicture({ problem, onRetry }: NoPictureProps) {
  const t = useText();
  useKeys({ "visualizer.leave": closeOverlay });
  return (
    <div role="status" className="grid size-full place-items-center bg-background p-4">
      <div className="flex max-w-md flex-col items-center gap-4 text-center">
        {problem ? (
          <p>{t(problem)}</p>
        ) : (
          <p className="animate-pulse-dot text-muted-foreground text-sm">{t("Preparing the picture…")}</p>
        )}
        <div className="flex gap-2">
          {problem ? <Button onClick={onRetry}>{t("Try again")}</Button> : null}
          <Button onClick={closeOverlay}>{t("Close")}</Button>
        </div>
      </div>
    </div>
  );
}
