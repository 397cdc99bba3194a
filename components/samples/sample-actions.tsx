"use client";

import { Download, MoreHorizontal, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { IconButton } from "@/components/ui/icon-button";
import { LazyMenu } from "@/components/ui/lazy-menu";
import { menuFailed } from "@/components/ui/menu-failed";
import { deleteWithUndo } from "./delete-with-undo";
import { dragOut } from "./drag-out";
import { libraryPath } from "./library-return";

const loadMenu = async () => (await import("./sample-menu")).SampleMenu;

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
      <LazyMenu
        load={loadMenu}
        menuProps={{ sampleId, fileName, copyUrl, isAnalyzed, onDelete: remove }}
        onFailed={() => menuFailed(t)}
        trigger={
          <IconButton label={t("More actions")} variant="secondary" className="size-9.5">
            <MoreHorizontal aria-hidden />
          </IconButton>
        }
      />
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
