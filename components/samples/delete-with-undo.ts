import { playQueue } from "@/components/player/use-queue";
import { toast } from "@/components/ui/toast";
import { counted, formatCount } from "@/lib/format/count";
import { formatMinutes } from "@/lib/format/time";
import { deleteSamplesAction, restoreSamplesAction } from "@/lib/samples/actions";
import { UNDO_WINDOW_SECONDS } from "@/lib/samples/constants";
import { inPortions } from "./in-portions";
import { brokenOffText, restoredText } from "./restored-text";

/** How long the message stays. The trash keeps the samples for longer, and the message says so. */
const UNDO_MS = 10_000;
const IN_TRASH = `In the trash for ${formatMinutes(UNDO_WINDOW_SECONDS)}.`;

export interface DeleteOptions {
  ids: readonly string[];
  /** Their name in messages: a file name, or `3 samples`. */
  name: string;
  /** Shows the change at once. */
  onRemoved: () => void;
  /** Not all of them were deleted, perhaps none: shows what is there. */
  onFailed: () => void;
  onRestored: () => void;
  /** Called when the server has restored some of them. */
  onUndone?: () => void;
}

/** Deletes at once and offers to undo it. If it breaks off, the person is told what was deleted, and can undo that. */
export async function deleteWithUndo(options: DeleteOptions): Promise<void> {
  const { ids, name, onRemoved, onFailed } = options;
  playQueue().forget(ids, true);
  onRemoved();
  const deleted = await inPortions(ids, (portion) => deleteSamplesAction({ ids: portion }));
  if (deleted.failure === null) {
    offerUndo({ kind: "message", title: `${name} deleted` }, { ...options, asked: ids.length });
    return;
  }
  onFailed();
  const { kind, title, description = "" } = brokenOffText(name, ids.length, deleted);
  const { changed, perhaps } = deleted;
  const asked = changed.length;
  if (asked === 0) toast.error(title, { description });
  else offerUndo({ kind, title, description }, { ...options, ids: perhaps, asked, name: counted(asked, "sample") });
}

type Message = { kind: "message" | "success" | "warning" | "error"; title: string; description?: string };

interface UndoOptions extends DeleteOptions {
  /** How many of the ids are known to have been deleted. */
  asked: number;
}

/** Says what was deleted. What undoing has restored is not asked for again if it has to be tried twice. */
function offerUndo(message: Message, { ids, asked, name, onRemoved, onRestored, onUndone }: UndoOptions): void {
  const [restored, unsure] = [new Set<string>(), new Set<string>()];
  const undo = async () => {
    onRestored();
    const left = ids.filter((id) => !restored.has(id));
    const call = (portion: string[]) => restoreSamplesAction({ ids: portion });
    const { changed, perhaps, failure } = await inPortions(left, call);
    for (const id of changed) restored.add(id);
    if (restored.size === 0) onRemoved();
    else onUndone?.();
    if (failure === null) {
      // A call without an answer was done after all, if those are not in the trash any more.
      const { kind, title, description } = restoredText(name, asked, new Set([...restored, ...unsure]).size);
      toast[kind](title, { description });
      return;
    }
    for (const id of perhaps) unsure.add(id);
    const title =
      restored.size === 0
        ? `${name} could not be restored`
        : `${formatCount(restored.size)} of ${counted(asked, "sample")} restored`;
    say({ kind: "error", title, description: "Try again." });
  };
  const say = ({ kind, title, description }: Message) =>
    (kind === "message" ? toast : toast[kind])(title, {
      description: description === undefined ? IN_TRASH : `${description} ${IN_TRASH}`,
      duration: UNDO_MS,
      action: { label: "Undo", onClick: () => void undo() },
    });
  say(message);
}
