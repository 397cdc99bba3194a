"use client";

import { type FormEvent, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { useText } from "#text";
import { Problem } from "@/components/forms/problem";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Progress } from "@/components/ui/progress";
import { toast } from "@/components/ui/toast";
import type { BulkEdit } from "@/lib/bulk-edits/schema";
import { msg, type Text } from "@/lib/language/text";
import type { BulkActionProps } from "./bulk-actions";
import { BulkEditFieldset } from "./bulk-edit-fieldset";
import { BLANK, type BulkEditFields, changesOf } from "./bulk-edit-form";
import { EditRefused, runBulkEdit, undoBulkEdit } from "./bulk-edit-run";
import { doneOf, doneTexts, refusalsOf, undoneText } from "./bulk-edit-text";
import { RefusedList } from "./refused-list";

const UNDO_MS = 15_000;
const sentenceOf = (error: unknown) =>
  error instanceof EditRefused ? error.message : msg("The server did not answer. Check your connection and try again.");

/** Changes the values of many samples at once. A blank field leaves things as they are. */
export function BulkEditDialog({ selection, count, onDone }: BulkActionProps) {
  const t = useText();
  const [fields, setFields] = useState<BulkEditFields>(BLANK);
  const [problem, setProblem] = useState<string | null>(null);
  const [running, setRunning] = useState<BulkEdit | "asked" | null>(null);
  const [ended, setEnded] = useState<BulkEdit | null>(null);
  /** Of the changes that were sent last: sent again unchanged, they are not done twice. */
  const sent = useRef({ text: "", key: "" });
  const isClosed = useRef(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const asked = changesOf(fields);
    if ("problem" in asked) return setProblem(asked.problem);
    setProblem(null);
    setRunning("asked");
    try {
      const text = JSON.stringify(asked.changes);
      if (sent.current.text !== text) sent.current = { text, key: uuidv7() };
      const edit = await runBulkEdit({ selection, changes: asked.changes }, sent.current.key, setRunning);
      sent.current = { text: "", key: "" };
      setEnded(edit);
      if (isClosed.current && (edit.results.changed ?? 0) > 0) offerUndo(edit, t);
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setRunning(null);
    }
  };
  const close = () => {
    isClosed.current = true;
    if (ended && (ended.results.changed ?? 0) > 0) offerUndo(ended, t);
    onDone();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && close()}
      isModal={running !== null}
      title={t.count(count, "Edit {count} sample", "Edit {count} samples")}
      description={ended ? undefined : t("A field that is left blank changes nothing.")}
    >
      {ended ? (
        <Summary edit={ended} asked={count} onClose={close} />
      ) : (
        <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
          <BulkEditFieldset fields={fields} onChange={(change) => setFields({ ...fields, ...change })} />
          <Problem>{problem && t(problem)}</Problem>
          {running ? <Running edit={running} total={count} /> : null}
          <DialogActions className="mt-2">
            <Button variant="ghost" onClick={close}>
              {running ? t("Close and let it run") : t("Cancel")}
            </Button>
            <Button type="submit" variant="primary" pending={running !== null}>
              {t.count(count, "Change {count} sample", "Change {count} samples")}
            </Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}

function Running({ edit, total }: { edit: BulkEdit | "asked"; total: number }) {
  const t = useText();
  const done = edit === "asked" ? null : doneOf(edit);
  const all = edit === "asked" ? total : edit.total;
  const text = done === null ? t("Starting") : t("{done} of {total} done", { done, total: all });
  const value = done === null || all === 0 ? null : Math.floor((done / all) * 100);
  return (
    <div className="flex flex-col gap-1.5">
      <Progress value={value} label={t("Changing samples")} valueText={text} />
      <p className="figures text-muted-foreground text-xs">{text}</p>
    </div>
  );
}

function Summary({ edit, asked, onClose }: { edit: BulkEdit; asked: number; onClose: () => void }) {
  const t = useText();
  return (
    <>
      <ul aria-live="polite" className="flex flex-col gap-1 text-sm">
        {doneTexts(edit, t, asked).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <div className="mt-3 flex flex-col gap-3">
        {refusalsOf(edit, t).map((refusal) => (
          <RefusedList key={refusal.result} editId={edit.id} refusal={refusal} />
        ))}
      </div>
      <DialogActions>
        <Button variant="primary" autoFocus onClick={onClose}>
          {t("Done")}
        </Button>
      </DialogActions>
    </>
  );
}

function offerUndo(edit: BulkEdit, t: Text): void {
  const undo = async () => {
    try {
      const { title, description } = undoneText(await undoBulkEdit(edit.id), t);
      toast(title, description ? { description } : {});
    } catch (error) {
      toast.error(t("It could not be undone"), { description: t(sentenceOf(error)) });
    }
  };
  const [title = t("Samples changed")] = doneTexts(edit, t);
  toast(title.replace(/\.$/, ""), { duration: UNDO_MS, action: { label: t("Undo"), onClick: () => void undo() } });
}
