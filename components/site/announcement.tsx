"use client";

import { CircleAlert, Info, type LucideIcon, TriangleAlert, X } from "lucide-react";
import { useText } from "#text";
import { IconButton } from "@/components/ui/icon-button";
import { LinkedText } from "@/components/ui/plain-text";
import { cn } from "@/lib/cn";
import type { AnnouncementLevel } from "@/lib/site/constants";
import type { Site } from "@/lib/site/schema";

const LOOKS: Readonly<Record<AnnouncementLevel, { icon: LucideIcon; box: string; mark: string }>> = {
  info: { icon: Info, box: "border-primary/60 bg-primary/10", mark: "text-primary" },
  warning: { icon: TriangleAlert, box: "border-warning/60 bg-warning/10", mark: "text-warning" },
  danger: { icon: CircleAlert, box: "border-danger/60 bg-danger/10", mark: "text-danger" },
};

export interface AnnouncementProps {
  announcement: NonNullable<Site["announcement"]>;
  onAway(): void;
  className?: string | undefined;
}

export function Announcement({ announcement, onAway, className }: AnnouncementProps) {
  const t = useText();
  const { icon: Icon, box, mark } = LOOKS[announcement.level];
  return (
    <section
      aria-label={t("Announcement of this server")}
      data-frame
      className={cn("flex items-start gap-3 rounded-lg border px-4 py-2.5", box, className)}
    >
      <Icon aria-hidden className={cn("mt-1.5 size-4.5 shrink-0", mark)} />
      <p dir="auto" className="wrap-anywhere min-w-0 flex-1 whitespace-pre-line py-1 text-sm">
        <LinkedText>{announcement.text}</LinkedText>
      </p>
      <IconButton label={t("Put the announcement away")} onClick={onAway}>
        <X aria-hidden />
      </IconButton>
    </section>
  );
}
