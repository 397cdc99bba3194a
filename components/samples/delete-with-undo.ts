import { playQueue } from "@/components/player/use-queue";
import { toast } from "@/components/ui/toast";
import { formatMinutes } from "@/lib/format/time";
import { ENGLISH, type Text } from "@/lib/language/text";
import { deleteSamplesAction, restoreSamplesAction } from "@/lib/samples/actions";
import { UNDO_WINDOW_SECONDS } from "@/lib/samples/constants";
import { inPortions } from "./in-portions";
import { brokenOffText, restoredText } from "./restored-text";

/** How long the message stays. The trash keeps the samples for longer, and the message says so. */
const UNDO_MS = 10_000;

export interface DeleteOptions {
  ids: readonly string[];
  /** Their name in messages: a file name, or `3 samples`. */
  name: string;
  /** Of whoever reads the messages. */
  t?: Text;
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
  const { ids, name, onRemoved, onFailed, t = ENGLISH } = options;
  playQueue().forget(ids, true);
  onRemoved();
  const deleted = await inPortions(ids, (portion) => deleteSamplesAction({ ids: portion }));
  if (deleted.failure === null) {
    offerUndo({ kind: "message", title: t("{name} deleted", { name }) }, { ...options, asked: ids.length });
    return;
  }
  onFailed();
  const { kind, title, description = "" } = brokenOffText(name, ids.length, deleted, t);
  const { changed, perhaps } = deleted;
  const asked = changed.length;
  if (asked === 0) toast.error(title, { description });
  else {
    const deletedName = t.count(asked, "{count} sample", "{count} samples");
    offerUndo({ kind, title, description }, { ...options, ids: perhaps, asked, name: deletedName });
  }
}

type Message = { kind: "message" | "success" | "warning" | "error"; title: string; description?: string };

interface UndoOptions extends DeleteOptions {
  /** How many of the ids are known to have been deleted. */
  asked: number;
}

/** Says what was deleted. What undoing has restored is not asked for again if it has to be tried twice. */
function offerUndo(message: Message, options: UndoOptions): void {
  const { ids, asked, name, onRemoved, onRestored, onUndone, t = ENGLISH } = options;
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
      const { kind, title, description } = restoredText(name, asked, new Set([...restored, ...unsure]).size, t);
      toast[kind](title, { description });
      return;
    }
    for (const id of perhaps) unsure.add(id);
    const title =
      restored.size === 0
        ? t("{name} could not be restored", { name })
        : t.count(asked, "{done} of {count} sample restored", "{done} of {count} samples restored", {
            done: restored.size,
          });
    say({ kind: "error", title, description: t("Try again.") });
  };
  const inTrash = t("In the trash for {minutes}.", { minutes: formatMinutes(UNDO_WINDOW_SECONDS, t) });
  const say = ({ kind, title, description }: Message) =>
    (kind === "message" ? toast : toast[kind])(title, {
      description: description === undefined ? inTrash : `${description} ${inTrash}`,
      duration: UNDO_MS,
      action: { label: t("Undo"), onClick: () => void undo() },
    });
  say(message);
}
