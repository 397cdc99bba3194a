"use client";

import { Braces, Tag, Trash2, Wrench } from "lucide-react";
import type { ReactElement } from "react";
import { useText } from "#text";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLinkItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { apiAddress } from "@/lib/api/client";
import type { SampleActionsProps } from "./sample-actions";

interface SampleMenuProps extends Omit<SampleActionsProps, "downloadUrl"> {
  onDelete(): void;
  trigger: ReactElement;
}

/** What is done with a sample now and then. */
export function SampleMenu({ sampleId, fileName, copyUrl, isAnalyzed, onDelete, trigger }: SampleMenuProps) {
  const t = useText();
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger render={trigger} />
      <DropdownMenuContent>
        {copyUrl ? (
          <>
            <DropdownMenuLinkItem href={copyUrl} download={fileName}>
              <Tag aria-hidden />
              {t("Download with tempo and key in its tags")}
            </DropdownMenuLinkItem>
            <DropdownMenuLinkItem href={`${copyUrl}?naming=labelled`} download="">
              <Tag aria-hidden />
              {t("The same, and in its name")}
            </DropdownMenuLinkItem>
          </>
        ) : null}
        {isAnalyzed ? (
          <>
            <DropdownMenuLinkItem
              href={apiAddress("GET /samples/:id/features", { params: { id: sampleId }, query: { download: "1" } })}
              download={`${fileName}.analysis.json`}
            >
              <Braces aria-hidden />
              {t("Download values (JSON)")}
            </DropdownMenuLinkItem>
            <DropdownMenuLinkItem href={`/workbench?sample=${sampleId}`}>
              <Wrench aria-hidden />
              {t("Correct values")}
            </DropdownMenuLinkItem>
            <DropdownMenuSeparator />
          </>
        ) : null}
        <DropdownMenuItem tone="danger" onClick={onDelete}>
          <Trash2 aria-hidden />
          {t("Delete")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
