"use client";

import { Pencil, Plus, X } from "lucide-react";
import { type FormEvent, useOptimistic, useRef, useState, useTransition } from "react";
import { errorText } from "@/components/forms/error-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { changeTagsAction } from "@/lib/samples/tags/actions";

export interface TagEditorProps {
  sampleId: string;
  tags: readonly string[];
}

interface Change {
  give?: string[];
  remove?: string[];
}

/** The tags of a sample. A click shows the others with it; after "Edit tags" they can be taken off and given. */
export function TagEditor({ sampleId, tags }: TagEditorProps) {
  const [shown, show] = useOptimistic(tags, withChange);
  const [isEditing, setEditing] = useState(false);
  const [isSaving, startSaving] = useTransition();
  const change = (wanted: Change) =>
    startSaving(async () => {
      show(wanted);
      const answer = await changeTagsAction({ id: sampleId, ...wanted }).catch(() => undefined);
      const result = answer?.data;
      if (result?.ok) return;
      const code = answer?.validationErrors ? "invalid_input" : answer?.serverError?.code;
      toast.error("The tags were not changed", { description: result ? REFUSALS[result.reason] : errorText(code) });
    });
  return (
    <div aria-busy={isSaving} className="flex flex-wrap items-center gap-1.5">
      {shown.length > 0 ? (
        <ul aria-label="Tags" className="contents">
          {shown.map((tag) => (
            <li key={tag} className="flex items-center">
              {isEditing ? (
                <RemovableTag tag={tag} onRemove={() => change({ remove: [tag] })} />
              ) : (
                <Link
                  href={`/library?tag=${encodeURIComponent(tag)}`}
                  title={`Samples tagged ${tag}`}
                  className="rounded-sm"
                >
                  <Badge className="transition-colors hover:border-primary hover:text-foreground">{tag}</Badge>
                </Link>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {isEditing ? <NewTag onGive={(tag) => change({ give: [tag] })} onDone={() => setEditing(false)} /> : null}
      {isEditing ? null : (
        <Button size="sm" variant="ghost" className="h-6 gap-1.5 px-2 text-xs" onClick={() => setEditing(true)}>
          <Pencil aria-hidden className="size-3.5!" />
          {shown.length === 0 ? "Add tags" : "Edit tags"}
        </Button>
      )}
    </div>
  );
}

const REFUSALS = {
  not_found: "This sample no longer exists. Reload the page.",
  too_many_tags: "A sample cannot have more tags. Take one off first.",
} as const;

function withChange(tags: readonly string[], { give = [], remove = [] }: Change): readonly string[] {
  return [...new Set([...tags.filter((tag) => !remove.includes(tag)), ...give.map((tag) => tag.trim().toLowerCase())])];
}

function RemovableTag({ tag, onRemove }: { tag: string; onRemove: () => void }) {
  return (
    <Badge className="pr-0.5">
      {tag}
      <button
        type="button"
        aria-label={`Take off the tag ${tag}`}
        onClick={onRemove}
        className="grid size-5 place-items-center rounded-xs hover:bg-border hover:text-foreground"
      >
        <X aria-hidden />
      </button>
    </Badge>
  );
}

function NewTag({ onGive, onDone }: { onGive: (tag: string) => void; onDone: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const give = (event: FormEvent) => {
    event.preventDefault();
    const tag = input.current?.value.trim() ?? "";
    if (tag !== "") onGive(tag);
    if (input.current) input.current.value = "";
  };
  return (
    <form onSubmit={give} className="flex items-center gap-1.5">
      <Input
        ref={input}
        aria-label="New tag"
        placeholder="New tag"
        maxLength={60}
        autoComplete="off"
        autoFocus
        onKeyDown={(event) => event.key === "Escape" && onDone()}
        className="h-8 w-36 text-sm"
      />
      <IconButton label="Add the tag" size="icon-sm" type="submit">
        <Plus aria-hidden />
      </IconButton>
      <Button size="sm" variant="ghost" onClick={onDone}>
        Done
      </Button>
    </form>
  );
}
