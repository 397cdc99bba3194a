"use client";

import { ArrowLeft, Dices, ExternalLink, X } from "lucide-react";
import { useText } from "#text";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import type { SceneKind } from "@/components/visualizer/engine/scene";
import { SceneMenu } from "./scene-menu";

export interface TopBarProps {
  sampleId: string;
  fileName: string;
  /** Tempo and key, as far as they are known. */
  facts: string;
  scenes: readonly SceneKind[] | null;
  shown: SceneKind | null;
  onScene: (name: string) => void;
  onNewPicture: () => void;
  /** Where the same picture is a page of its own, with an address that can be shared; null for such a page. */
  address: string | null;
  /** Closes what stands over a page; null for a page of its own, which leads back to the sample. */
  onClose: (() => void) | null;
}

export function TopBar(props: TopBarProps) {
  const t = useText();
  const { sampleId, fileName, facts, scenes, shown, onScene, onNewPicture, address, onClose } = props;
  return (
    <div className="flex items-start justify-between gap-3">
      <div className="glass-strong flex min-w-0 items-center gap-1 rounded-lg p-1 pr-4">
        {onClose ? (
          <IconButton label={t("Close (Esc)")} aria-keyshortcuts="Escape" tooltipSide="bottom" onClick={onClose}>
            <X aria-hidden />
          </IconButton>
        ) : (
          <Link
            href={`/samples/${sampleId}`}
            aria-label={t("Back to the sample")}
            data-tooltip={t("Back to the sample")}
            data-tooltip-side="bottom"
            className="grid size-9 shrink-0 place-items-center rounded-md text-muted-foreground hover:bg-muted hover:text-foreground"
          >
            <ArrowLeft aria-hidden className="size-4" />
          </Link>
        )}
        <div className="min-w-0">
          <h1 className="truncate font-display font-medium text-base leading-tight" title={fileName}>
            {fileName}
          </h1>
          {facts ? <p className="figures truncate text-muted-foreground text-xs">{facts}</p> : null}
        </div>
      </div>
      {scenes && shown ? (
        <div className="glass-strong flex h-11.5 shrink-0 items-center rounded-lg p-1">
          {address ? (
            <Link
              href={address}
              aria-label={t("A page of its own")}
              data-tooltip={t("A page of its own")}
              data-tooltip-side="bottom"
              className="grid size-7.5 place-items-center rounded-md text-muted-foreground hover:bg-muted hover:text-foreground"
            >
              <ExternalLink aria-hidden className="size-4" />
            </Link>
          ) : null}
          <SceneMenu scenes={scenes} shown={shown} onChoose={onScene} />
          <IconButton
            label={t("Another variation (N)")}
            aria-keyshortcuts="N"
            tooltipSide="bottom"
            size="icon-sm"
            onClick={onNewPicture}
          >
            <Dices aria-hidden />
          </IconButton>
        </div>
      ) : null}
    </div>
  );
}
