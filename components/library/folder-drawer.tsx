"use client";

import { useText } from "#text";
import { Dialog } from "@/components/ui/dialog";
import { FolderTree, type FolderTreeProps } from "./folder-tree";

/** The folders on a screen that has no room for them beside the list. */
export function FolderDrawer({ onClose, onFolder, ...tree }: FolderTreeProps & { onClose: () => void }) {
  const t = useText();
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("Folders")}
      className="top-0! left-0! h-dvh max-h-dvh! w-[min(20rem,calc(100vw-3rem))]! translate-x-0! translate-y-0! rounded-none! p-4"
    >
      <FolderTree
        {...tree}
        onFolder={(path) => {
          onFolder(path);
          onClose();
        }}
      />
    </Dialog>
  );
}
