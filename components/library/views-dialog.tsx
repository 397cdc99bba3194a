"use client";

import { Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { errorText } from "@/components/forms/error-text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/client";
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
const refusalOf = async (answer: Promise<{ ok: true } | ({ ok: false } & Refusal)>): Promise<string | null> => {
  const said = await answer.catch(() => null);
  if (said?.ok) return null;
  const problem = said?.problem;
  return [problem?.title, problem?.detail].filter(Boolean).join(". ") || errorText(problem?.code as never);
};

/** Saves what is shown under a name, or renames and deletes what was saved. */
export function ViewsDialog({ kind, search, views, onChanged, onClose }: ViewsDialogProps) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const change = async (call: Parameters<typeof refusalOf>[0]): Promise<boolean> => {
    setPending(true);
    const said = await refusalOf(call);
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
    toast.success(`Saved as ${name}`);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={kind === "save" ? "Save this view" : "Saved views"}
      description={kind === "save" ? "Search, folder, order, layout and columns are kept under this name." : undefined}
    >
      {kind === "save" ? (
        <form onSubmit={save} className="flex flex-col gap-3">
          <Input
            name="name"
            aria-label="Name"
            autoFocus
            maxLength={VIEW_NAME_CHARACTERS_MAX}
            autoComplete="off"
            required
          />
          <Refused text={refusal} />
          <DialogActions className="mt-2">
            <Button variant="ghost" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" variant="primary" pending={isPending}>
              Save
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
            <Button onClick={onClose}>Done</Button>
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
        aria-label={`Name of ${name}`}
        value={typed}
        maxLength={VIEW_NAME_CHARACTERS_MAX}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {isChanged ? (
        <Button type="submit" size="sm">
          Rename
        </Button>
      ) : null}
      <IconButton
        label={`Delete ${name}`}
        onClick={() => void onChange(callApi("DELETE /library/views/:id", { params: { id } }))}
      >
        <Trash2 aria-hidden />
      </IconButton>
    </form>
  );
}
