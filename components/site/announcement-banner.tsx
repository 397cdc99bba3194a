"use client";

import { lazy, Suspense } from "react";
import { useSite } from "#site";
import { useChoices } from "@/components/choices/choices-provider";

/** Most of the time there is none to show. */
const Announcement = lazy(async () => ({ default: (await import("./announcement")).Announcement }));

/** What an admin has to say to everybody, until it ends or the person puts it away. */
export function AnnouncementBanner({ className }: { className?: string }) {
  const { announcement } = useSite();
  const { choices, choose } = useChoices();
  if (!announcement || announcement.id === choices.dismissed) return null;
  return (
    <Suspense>
      <Announcement
        announcement={announcement}
        onAway={() => choose({ dismissed: announcement.id })}
        className={className}
      />
    </Suspense>
  );
}
