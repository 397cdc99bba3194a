"use client";

import { useSite } from "#site";
import { useChoices } from "@/components/choices/choices-provider";
import { Announcement } from "./announcement";

/** What an admin has to say to everybody, until it ends or the person puts it away. */
export function AnnouncementBanner({ className }: { className?: string }) {
  const { announcement } = useSite();
  const { choices, choose } = useChoices();
  if (!announcement || announcement.id === choices.dismissed) return null;
  return (
    <Announcement
      announcement={announcement}
      onAway={() => choose({ dismissed: announcement.id })}
      className={className}
    />
  );
}
