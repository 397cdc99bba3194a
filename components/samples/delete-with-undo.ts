import { audioPlayer } from "@/components/player/audio-player";
import { toast } from "@/components/ui/toast";
import { formatMinutes } from "@/lib/format/time";
import { deleteSamplesAction, restoreSamplesAction } from "@/lib/samples/actions";
import { UNDO_WINDOW_SECONDS } from "@/lib/samples/constants";
import { restoredText } from "./restored-text";

const IDS_PER_CALL = 1000;
/** How long the message stays. The trash keeps the samples for longer, and the message says so. */
const UNDO_MS = 10_000;
const IN_TRASH = `In the trash for ${formatMinutes(UNDO_WINDOW_SECONDS)}.`;

interface ActionAnswer {
  data?: { ok: true; value: { ids: string[] } } | { ok: false } | undefined;
}

/** Makes one call per thousand ids. Returns how many samples were changed; null if a call failed. */
async function inPortions(ids: readonly string[], call: (ids: string[]) => Promise<ActionAnswer | undefined>) {
  let changed = 0;
  for (let start = 0; start < ids.length; start += IDS_PER_CALL) {
    const answer = await call(ids.slice(start, start + IDS_PER_CALL));
    if (!answer?.data?.ok) return null;
    changed += answer.data.value.ids.length;
  }
  return changed;
}

export interface DeleteOptions {
  ids: readonly string[];
  /** Their name in messages: a file name, or `3 samples`. */
  name: string;
  /** Shows the change at once. The next two take it back. */
  onRemoved: () => void;
  onFailed: () => void;
  onRestored: () => void;
  /** Called when the server has restored them. */
  onUndone?: () => void;
}

/** Deletes at once and offers to undo it. If the server refuses, everything is put back with a message. */
export async function deleteWithUndo(options: DeleteOptions): Promise<void> {
  const { ids, name, onRemoved, onFailed, onRestored, onUndone } = options;
  for (const id of ids) audioPlayer().unload(id);
  onRemoved();
  const deleted = await inPortions(ids, (portion) => deleteSamplesAction({ ids: portion })).catch(() => null);
  if (deleted === null) {
    onFailed();
    toast.error(`${name} could not be deleted`, { description: "Nothing has changed. Try again in a moment." });
    return;
  }
  const undo = async () => {
    onRestored();
    const restored = await inPortions(ids, (portion) => restoreSamplesAction({ ids: portion })).catch(() => null);
    if (restored !== null) {
      if (restored === 0) onRemoved();
      else onUndone?.();
      const { kind, title, description } = restoredText(name, ids.length, restored);
      toast[kind](title, { description });
      return;
    }
    onRemoved();
    toast.error(`${name} could not be restored`, {
      description: `Try again. ${IN_TRASH}`,
      duration: UNDO_MS,
      action: undoAction,
    });
  };
  const undoAction = { label: "Undo", onClick: () => void undo() };
  toast(`${name} deleted`, { description: IN_TRASH, duration: UNDO_MS, action: undoAction });
}
