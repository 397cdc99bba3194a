"use client";

import { ChevronDown, Scissors } from "lucide-react";
import { useText } from "#text";
import { buttonVariants } from "@/components/ui/button-variants";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLinkItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { TimeRange } from "@/components/waveform/peaks-view";
import { apiAddress } from "@/lib/api/client";
import { msg } from "@/lib/language/text";
import { putFile } from "./drag-out";

const SNAPS = [
  ["zero", msg("Cut at zero crossings")],
  ["beat", msg("Cut from beat to beat")],
  ["none", msg("Cut exactly where marked")],
] as const;

export interface DownloadPartOfferProps {
  sampleId: string;
  fileName: string;
  hasBeats: boolean;
  part: TimeRange;
}

/** Downloads a part as WAV, by a click or by dragging it out of the browser. */
export function DownloadPartOffer({ sampleId, fileName, hasBeats, part }: DownloadPartOfferProps) {
  const t = useText();
  const address = (snap: "zero" | "beat" | "none") => regionAddress(sampleId, part, snap);
  const name = `${fileName.replace(/\.[^.]+$/, "")} part.wav`;
  return (
    <span className="inline-flex items-center gap-1">
      <a
        href={address("zero")}
        download={name}
        className={buttonVariants({ size: "sm" })}
        title={t("Click to download this part, or drag it to a folder or a track")}
        onDragStart={(event) => putFile(event, { name, address: address("zero"), type: "audio/wav" })}
      >
        <Scissors aria-hidden className="text-accent" />
        {t("Download this part")}
      </a>
      <DropdownMenu>
        <DropdownMenuTrigger
          render={
            <IconButton label={t("How to cut this part")} size="icon-sm">
              <ChevronDown aria-hidden />
            </IconButton>
          }
        />
        <DropdownMenuContent>
          {SNAPS.filter(([snap]) => snap !== "beat" || hasBeats).map(([snap, label]) => (
            <DropdownMenuLinkItem key={snap} href={address(snap)} download={name}>
              {t(label)}
            </DropdownMenuLinkItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
    </span>
  );
}

function regionAddress(id: string, { startSeconds, endSeconds }: TimeRange, snap: "zero" | "beat" | "none"): string {
  const [start, end] = [startSeconds.toFixed(7), endSeconds.toFixed(7)];
  return apiAddress("GET /samples/:id/region", { params: { id }, query: { start, end, snap } });
}
