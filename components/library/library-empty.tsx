"use client";

import { AudioLines, SearchX, TriangleAlert, Upload } from "lucide-react";
import { useEffect, useRef } from "react";
import { useText } from "#text";
import { TrySounds } from "@/components/onboarding/try-sounds";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { helpAddress } from "@/lib/help/addresses";

export function EmptyLibrary() {
  const t = useText();
  return (
    <div className="glass rounded-lg">
      <EmptyState
        icon={AudioLines}
        help={helpAddress("start")}
        title={t("Your library is empty")}
        description={t("Upload samples or finished tracks to see their tempo, key, loudness and spectrum.")}
        action={
          <>
            <ButtonLink href="/upload" variant="primary">
              <Upload aria-hidden />
              {t("Upload audio")}
            </ButtonLink>
            <TrySounds />
          </>
        }
      />
    </div>
  );
}

export interface NoMatchesProps {
  onAll: () => void;
  /** Whether the list was here before, so that the focus may have gone with it. */
  takesFocus: boolean;
}

export function NoMatches({ onAll, takesFocus }: NoMatchesProps) {
  const t = useText();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus && document.activeElement === document.body) button.current?.focus();
  }, [takesFocus]);
  return (
    <EmptyState
      icon={SearchX}
      help={helpAddress("searching")}
      title={t("No matches")}
      description={t("No sample matches this search and these filters.")}
      action={
        <Button ref={button} onClick={onAll}>
          {t("Show all samples")}
        </Button>
      }
    />
  );
}

export function ReadFailure({ onRetry }: { onRetry: () => void }) {
  const t = useText();
  return (
    <p role="alert" className="flex shrink-0 items-center gap-3 border-t bg-danger/10 px-3 py-2 text-sm">
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-danger" />
      <span className="flex-1">{t("Some samples could not be read. The page tries again by itself.")}</span>
      <Button size="sm" onClick={onRetry}>
        {t("Try now")}
      </Button>
    </p>
  );
}
