"use client";

import { Pencil, X } from "lucide-react";
import { lazy, Suspense, useOptimistic, useState, useTransition } from "react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { cn } from "@/lib/cn";
import { changeTagsAction } from "@/lib/samples/tags/actions";
import { quoteValue } from "@/lib/search-query/edit";
import { TAG_REFUSALS } from "./tag-refusals";

const NewTag = lazy(async () => ({ default: (await import("./new-tag")).NewTag }));

export interface TagEditorProps {
  sampleId: string;
  tags: readonly string[];
  /** Those of them that the owner gave or accepted. They stand out from the measured ones. */
  own: readonly string[];
}

const OWN_TAG = "border-primary text-foreground";

interface Change {
  give?: string[];
  remove?: string[];
}

/** The tags of a sample. A click shows the others with it; after "Edit tags" they can be taken off and given. */
export function TagEditor({ sampleId, tags, own }: TagEditorProps) {
  const t = useText();
  const [shown, show] = useOptimistic(tags, withChange);
  const isOwn = (tag: string) => own.includes(tag);
  const [isEditing, setEditing] = useState(false);
  const [isSaving, startSaving] = useTransition();
  const change = (wanted: Change) =>
    startSaving(async () => {
      show(wanted);
      const answer = await changeTagsAction({ id: sampleId, ...wanted }).catch(() => undefined);
      const result = answer?.data;
      if (result?.ok) return;
      const code = answer?.validationErrors ? "invalid_input" : answer?.serverError?.code;
      toast.error(t("The tags were not changed"), {
        description: t(result ? TAG_REFUSALS[result.reason] : errorText(code)),
      });
    });
  return (
    <div aria-busy={isSaving} className="flex flex-wrap items-center gap-1.5">
      {shown.length > 0 ? (
        <ul aria-label={t("Tags")} className="contents">
          {shown.map((tag) => (
            <li key={tag} className="flex items-center">
              {isEditing ? (
                <RemovableTag tag={tag} isOwn={isOwn(tag)} onRemove={() => change({ remove: [tag] })} />
              ) : (
                <Link
                  href={`/library?q=${encodeURIComponent(`tag:${quoteValue(tag)}`)}`}
                  title={t("Samples tagged {tag}", { tag })}
                  className="rounded-sm"
                >
                  <Badge
                    className={cn(
                      "transition-colors hover:border-primary hover:text-foreground",
                      isOwn(tag) && OWN_TAG,
                    )}
                  >
                    <TagText tag={tag} isOwn={isOwn(tag)} />
                  </Badge>
                </Link>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {isEditing ? (
        <Suspense>
          <NewTag onGive={(tag) => change({ give: [tag] })} onDone={() => setEditing(false)} />
        </Suspense>
      ) : null}
      {isEditing ? null : (
        <Button size="sm" variant="ghost" className="h-6 gap-1.5 px-2 text-xs" onClick={() => setEditing(true)}>
          <Pencil aria-hidden className="size-3.5!" />
          {shown.length === 0 ? t("Add tags") : t("Edit tags")}
        </Button>
      )}
    </div>
  );
}

function withChange(tags: readonly string[], { give = [], remove = [] }: Change): readonly string[] {
  return [...new Set([...tags.filter((tag) => !remove.includes(tag)), ...give.map((tag) => tag.trim().toLowerCase())])];
}

function TagText({ tag, isOwn }: { tag: string; isOwn: boolean }) {
  const t = useText();
  return (
    <>
      <bdi>{tag}</bdi>
      {isOwn ? <span className="sr-only"> {t("(your tag)")}</span> : null}
    </>
  );
}

function RemovableTag({ tag, isOwn, onRemove }: { tag: string; isOwn: boolean; onRemove: () => void }) {
  const t = useText();
  return (
    <Badge className={cn("pr-0.5", isOwn && OWN_TAG)}>
      <TagText tag={tag} isOwn={isOwn} />
      <button
        type="button"
        aria-label={t("Take off the tag {tag}", { tag })}
        onClick={onRemove}
        className="grid size-5 place-items-center rounded-xs hover:bg-pressed hover:text-foreground"
      >
        <X aria-hidden />
      </button>
    </Badge>
  );
}
