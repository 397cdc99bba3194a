"use client";

import { Braces, Download, MoreHorizontal, Tag, Trash2, Wrench } from "lucide-react";
import { useRouter } from "next/navigation";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLinkItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { apiAddress } from "@/lib/api/client";
import { deleteWithUndo } from "./delete-with-undo";
import { dragOut } from "./drag-out";
import { libraryPath } from "./library-return";

export interface SampleActionsProps {
  sampleId: string;
  fileName: string;
  downloadUrl: string | null;
  copyUrl: string | null;
  isAnalyzed: boolean;
}

/** What can be done with one sample: download it at once, and the rest in a menu. */
export function SampleActions({ sampleId, fileName, downloadUrl, copyUrl, isAnalyzed }: SampleActionsProps) {
  const t = useText();
  const remove = useDeletion(sampleId, fileName);
  return (
    <div className="flex gap-2">
      {downloadUrl ? (
        <a
          href={downloadUrl}
          download={fileName}
          className={buttonVariants()}
          onDragStart={(event) => dragOut(event, { id: sampleId, fileName })}
        >
          <Download aria-hidden />
          {t("Download")}
        </a>
      ) : null}
      <DropdownMenu>
        <DropdownMenuTrigger
          render={
            <IconButton label={t("More actions")} variant="secondary" className="size-9.5">
              <MoreHorizontal aria-hidden />
            </IconButton>
          }
        />
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
          <DropdownMenuItem tone="danger" onClick={remove}>
            <Trash2 aria-hidden />
            {t("Delete")}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
    </div>
  );
}

export function DeleteSample({ sampleId, fileName }: { sampleId: string; fileName: string }) {
  const t = useText();
  const remove = useDeletion(sampleId, fileName);
  return (
    <Button variant="danger" onClick={remove}>
      <Trash2 aria-hidden />
      {t("Delete")}
    </Button>
  );
}

/** Deletes and goes to the library at once. Undo restores the sample and returns to its page. */
function useDeletion(sampleId: string, fileName: string): () => void {
  const t = useText();
  const router = useRouter();
  const back = () => router.push(`/samples/${sampleId}`);
  return () =>
    void deleteWithUndo({
      t,
      ids: [sampleId],
      name: fileName,
      onRemoved: () => router.push(libraryPath()),
      onFailed: back,
      onRestored: () => {},
      onUndone: back,
    });
}
