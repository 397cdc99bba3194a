import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
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
export const BULK_ACTIONS: readonly BulkAction[] = [];
