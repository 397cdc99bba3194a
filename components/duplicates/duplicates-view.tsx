"use client";

import { CopyCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useText } from "#text";
import { useSampleEvents } from "@/components/live/live-events-provider";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { DuplicateGroup as Group } from "@/lib/duplicates/schema";
import { helpAddress } from "@/lib/help/addresses";
import { DuplicateGroup } from "./duplicate-group";

export interface DuplicatesViewProps {
  groups: readonly Group[];
  /** The address of the next page; null on the last. */
  nextHref: string | null;
}

/** Groups of samples that are the same, or nearly, to be looked through. Nothing is removed by itself. */
export function DuplicatesView({ groups, nextHref }: DuplicatesViewProps) {
  const t = useText();
  const router = useRouter();
  useSampleEvents(
    ({ change }) => change === "duplicates" && router.refresh(),
    () => router.refresh(),
  );
  return (
    <>
      <PageHeader
        help={helpAddress("library", "duplicates")}
        title={t("Duplicates")}
        description={t("Listen to both, keep the better one. What you trash can be restored.")}
      />
      {groups.length === 0 ? (
        <EmptyState
          icon={CopyCheck}
          help={helpAddress("library", "duplicates")}
          title={t("No duplicates")}
          description={t("Nothing in your library is the same as something else, as far as it was looked up.")}
        />
      ) : (
        <div className="grid gap-4 xl:grid-cols-2">
          {groups.map((group) => (
            <DuplicateGroup key={`${group.id} ${group.members.length}`} group={group} />
          ))}
        </div>
      )}
      {nextHref ? (
        <ButtonLink href={nextHref} className="mt-4">
          {t("More groups")}
        </ButtonLink>
      ) : null}
    </>
  );
}
