"use client";

import { Check, X } from "lucide-react";
import { useOptimistic, useTransition } from "react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { formatPercent } from "@/lib/music/notation";
import { answerSuggestionsAction } from "@/lib/tag-suggestions/actions";
import type { SuggestedTag } from "@/lib/tag-suggestions/schema";
import { AbsenceNote, Pane } from "./pane";
import { TAG_REFUSALS } from "./tag-refusals";

export interface TagSuggestionsProps {
  sampleId: string;
  suggestions: readonly SuggestedTag[];
}

/** Tags that similar samples have. Each is taken or refused, and later suggestions learn from it. */
export function TagSuggestions({ sampleId, suggestions }: TagSuggestionsProps) {
  const t = useText();
  const [shown, answered] = useOptimistic(suggestions, (open, tag: string) => open.filter((one) => one.tag !== tag));
  const [, startSaving] = useTransition();
  const answer = (tag: string, answers: { accept: string[] } | { reject: string[] }) =>
    startSaving(async () => {
      answered(tag);
      const reply = await answerSuggestionsAction({ id: sampleId, ...answers }).catch(() => undefined);
      const result = reply?.data;
      if (result?.ok) return;
      const description = t(result ? TAG_REFUSALS[result.reason] : errorText(reply?.serverError?.code));
      toast.error(t("The suggestion {tag} was not answered", { tag }), { description });
    });
  return (
    <Pane title={t("Suggested tags")} className="min-h-30">
      {shown.length === 0 ? (
        <AbsenceNote reason={t("Nothing to suggest. Suggestions come from the tags of samples that sound alike.")} />
      ) : (
        <ul className="flex flex-wrap gap-2">
          {shown.map(({ tag, confidence, because }) => (
            <li
              key={tag}
              title={
                because.length > 0
                  ? t("As in {names}", { names: because.map(({ fileName }) => fileName).join(", ") })
                  : undefined
              }
              className="flex max-w-full items-center gap-1 rounded-md border border-border-strong border-dashed py-0.5 pr-0.5 pl-2.5 text-sm"
            >
              <bdi className="truncate">{tag}</bdi>
              <span className="figures text-muted-foreground text-xs">{formatPercent(confidence, t)}</span>
              <IconButton
                label={t("Take the tag {tag}", { tag })}
                size="icon-sm"
                onClick={() => answer(tag, { accept: [tag] })}
              >
                <Check aria-hidden className="text-success" />
              </IconButton>
              <IconButton
                label={t("Refuse the tag {tag}", { tag })}
                size="icon-sm"
                onClick={() => answer(tag, { reject: [tag] })}
              >
                <X aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </Pane>
  );
}
