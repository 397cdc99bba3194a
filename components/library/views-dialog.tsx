"use client";

import { Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/client";
import type { Text } from "@/lib/language/text";
import { VIEW_NAME_CHARACTERS_MAX } from "@/lib/library/views/constants";
import type { SavedView } from "@/lib/library/views/schema";

export interface ViewsDialogProps {
  kind: "save" | "manage";
  /** The query string of what is shown. */
  search: string;
  views: readonly SavedView[];
  onChanged: () => Promise<void>;
  onClose: () => void;
}

interface Refusal {
  problem: { code: string; title?: string; detail?: string } | null;
}

/** Why something was not done, in the server's words; null if it was. */
type Answer = { ok: true } | ({ ok: false } & Refusal);

const refusalOf = async (answer: Promise<Answer>, t: Text): Promise<string | null> => {
  const said = await answer.catch(() => null);
  if (said?.ok) return null;
  const problem = said?.problem;
  const words = [problem?.title, problem?.detail].flatMap((text) => (text ? [t(text)] : []));
  return words.join(". ") || t(errorText(problem?.code as never));
};

/** Saves what is shown under a name, or renames and deletes what was saved. */
export function ViewsDialog({ kind, search, views, onChanged, onClose }: ViewsDialogProps) {
  const t = useText();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const change = async (call: Parameters<typeof refusalOf>[0]): Promise<boolean> => {
    setPending(true);
    const said = await refusalOf(call, t);
    setRefusal(said);
    setPending(false);
    await onChanged();
    return said === null;
  };
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    if (name === "") return;
    const body = { name, address: search.replace(/^\?/, "") };
    if (!(await change(callApi("POST /library/views", { body })))) return;
    toast.success(t("Saved as {name}", { name }));
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={kind === "save" ? t("Save this view") : t("Saved views")}
      description={
        kind === "save" ? t("Search, folder, order, layout and columns are kept under this name.") : undefined
      }
    >
      {kind === "save" ? (
        <form onSubmit={save} className="flex flex-col gap-3">
          <Input
            name="name"
            aria-label={t("Name")}
            autoFocus
            maxLength={VIEW_NAME_CHARACTERS_MAX}
            autoComplete="off"
            required
          />
          <Refused text={refusal} />
          <DialogActions className="mt-2">
            <Button variant="ghost" onClick={onClose}>
              {t("Cancel")}
            </Button>
            <Button type="submit" variant="primary" pending={isPending}>
              {t("Save")}
            </Button>
          </DialogActions>
        </form>
      ) : (
        <>
          <ul className="flex flex-col gap-2">
            {views.map((view) => (
              <li key={view.id}>
                <ViewRow view={view} onChange={change} />
              </li>
            ))}
          </ul>
          <Refused text={refusal} />
          <DialogActions>
            <Button onClick={onClose}>{t("Done")}</Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}

function Refused({ text }: { text: string | null }) {
  return (
    <p role="alert" className="text-danger text-sm empty:hidden">
      {text}
    </p>
  );
}

interface ViewRowProps {
  view: SavedView;
  onChange: (call: Parameters<typeof refusalOf>[0]) => Promise<boolean>;
}

function ViewRow({ view: { id, name }, onChange }: ViewRowProps) {
  const t = useText();
  const [typed, setTyped] = useState(name);
  const wanted = typed.trim();
  const isChanged = wanted !== "" && wanted !== name;
  return (
    <form
      className="flex items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) void onChange(callApi("PATCH /library/views/:id", { params: { id }, body: { name: wanted } }));
      }}
    >
      <Input
        aria-label={t("Name of {name}", { name })}
        value={typed}
        maxLength={VIEW_NAME_CHARACTERS_MAX}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {isChanged ? (
        <Button type="submit" size="sm">
          {t("Rename")}
        </Button>
      ) : null}
      <IconButton
        label={t("Delete {name}", { name })}
        onClick={() => void onChange(callApi("DELETE /library/views/:id", { params: { id } }))}
      >
        <Trash2 aria-hidden />
      </IconButton>
    </form>
  );
}
