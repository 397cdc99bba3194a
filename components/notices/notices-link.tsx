"use client";

import { Bell } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useText } from "#text";
import { useNoticeEvents } from "@/components/live/live-events-provider";
import { buttonVariants } from "@/components/ui/button-variants";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";
import { UNREAD_SHOWN_MAX } from "@/lib/notices/constants";

/** Many events at once, as after a reconnect, ask once. */
const ASKED_AFTER_MS = 1500;
/** What a page counted when it was made is not out of date when its stream begins. */
const FRESH_MS = 10_000;

/** The bell in the top bar, with how many notices the person has not read. */
export function NoticesLink({ unread: atFirst }: { unread: number }) {
  const t = useText();
  const [unread, setUnread] = useState(atFirst);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setUnread(atFirst), [atFirst]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const openedAtMs = useRef(0);
  useEffect(() => {
    openedAtMs.current = performance.now();
  }, []);
  const ask = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const { countUnreadAction } = await import("@/lib/notices/actions");
      const answer = await countUnreadAction().catch(() => undefined);
      if (answer?.data?.ok) setUnread(answer.data.value.unread);
    }, ASKED_AFTER_MS);
  };
  useNoticeEvents(ask, () => {
    if (performance.now() - openedAtMs.current > FRESH_MS) ask();
  });
  const shown = unread > UNREAD_SHOWN_MAX ? `${UNREAD_SHOWN_MAX}+` : String(unread);
  return (
    <Link href="/notices" className={cn(buttonVariants({ variant: "ghost", size: "icon" }), "relative rounded-full")}>
      <Bell aria-hidden />
      <span className="sr-only">
        {unread > 0
          ? t.count(unread, "Notices, {count} unread notice", "Notices, {count} unread notices")
          : t("Notices")}
      </span>
      {unread > 0 ? (
        <span
          aria-hidden
          className="figures absolute -top-0.5 -right-0.5 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-primary px-1 font-medium text-2xs text-primary-foreground"
        >
          {shown}
        </span>
      ) : null}
    </Link>
  );
}
