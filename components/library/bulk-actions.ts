import { Download, FolderPlus, ListMusic, type LucideIcon, PencilLine, RefreshCw } from "lucide-react";
import type { ComponentType } from "react";
import { msg } from "@/lib/language/text";
import type { Selection } from "@/lib/library/schema";

/** What an action on a selection is given. It is drawn as long as it needs, such as a dialog, and then calls `onDone`. */
export interface BulkActionProps {
  selection: Selection;
  /** How many samples that is. */
  count: number;
  onDone: () => void;
}

export interface BulkAction {
  id: string;
  label: string;
  icon: LucideIcon;
  /** The code comes when the button is pressed. */
  load: () => Promise<ComponentType<BulkActionProps>>;
}

/** What can be done with a selection besides starring and deleting it, in the order of the bar. One line each. */
export const BULK_ACTIONS: readonly BulkAction[] = [
  {
    id: "edit",
    label: msg("Edit"),
    icon: PencilLine,
    load: async () => (await import("./bulk-edit-dialog")).BulkEditDialog,
  },
  {
    id: "collect",
    label: msg("Add to collection"),
    icon: FolderPlus,
    load: async () => (await import("@/components/collections/collect-dialog")).CollectDialog,
  },
  {
    id: "playlist",
    label: msg("Make a playlist"),
    icon: ListMusic,
    load: async () => (await import("@/components/collections/selection-playlist")).SelectionPlaylist,
  },
  {
    id: "download",
    label: msg("Download"),
    icon: Download,
    load: async () => (await import("./download-dialog")).DownloadDialog,
  },
  {
    id: "analyse-again",
    label: msg("Analyse again"),
    icon: RefreshCw,
    load: async () => (await import("./analyze-again-dialog")).AnalyzeAgainDialog,
  },
];
