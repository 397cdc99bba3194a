"use client";

import { Laptop, Smartphone } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { revokeOtherSessionsAction, revokeSessionAction } from "@/lib/accounts/actions";
import type { DeviceSession } from "@/lib/accounts/schema";
import { formatRelativeTime } from "@/lib/format/time";
import { browserName } from "./browser-name";

const FAILED = "Nobody was signed out: the server did not answer. Try again.";

export function DeviceList({ sessions, nowMs }: { sessions: DeviceSession[]; nowMs: number }) {
  /** Id of the session being ended, or `others`. */
  const [pending, setPending] = useState<string | null>(null);
  const hasOthers = sessions.some((session) => !session.current);

  const run = async (id: string, work: () => Promise<boolean>, done: string) => {
    setPending(id);
    const succeeded = await work().catch(() => false);
    setPending(null);
    if (succeeded) toast.success(done);
    else toast.error(FAILED);
  };
  const revoke = (id: string, name: string) =>
    // A session that is already gone is what was asked for.
    run(id, async () => (await revokeSessionAction({ id })).data !== undefined, `${name} was signed out.`);
  const revokeOthers = () =>
    run(
      "others",
      async () => (await revokeOtherSessionsAction()).data !== undefined,
      "All other devices were signed out.",
    );

  return (
    <>
      <ul className="divide-y divide-border">
        {sessions.map((session) => (
          <DeviceRow
            key={session.id}
            session={session}
            nowMs={nowMs}
            isPending={pending === session.id}
            isLocked={pending !== null}
            onRevoke={revoke}
          />
        ))}
      </ul>
      {hasOthers ? (
        <div className="mt-3 flex justify-end border-t pt-4">
          <Button
            variant="danger"
            size="sm"
            pending={pending === "others"}
            disabled={pending !== null}
            onClick={revokeOthers}
          >
            Sign out all others
          </Button>
        </div>
      ) : null}
    </>
  );
}

interface DeviceRowProps {
  session: DeviceSession;
  nowMs: number;
  isPending: boolean;
  isLocked: boolean;
  onRevoke: (id: string, name: string) => void;
}

function DeviceRow({ session, nowMs, isPending, isLocked, onRevoke }: DeviceRowProps) {
  const { name, isHandheld } = browserName(session.userAgent);
  const Icon = isHandheld ? Smartphone : Laptop;
  return (
    <li className="flex min-h-15 items-center gap-4 py-2.5">
      <Icon aria-hidden className="size-5 shrink-0 text-muted-foreground" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium text-sm">{name}</p>
        <p className="text-muted-foreground text-xs">
          Signed in {formatRelativeTime(session.createdAt, nowMs)}, last seen{" "}
          {formatRelativeTime(session.lastSeenAt, nowMs)}
          {session.address ? `, from ${session.address}` : null}
        </p>
      </div>
      {session.current ? (
        <Badge tone="success">This device</Badge>
      ) : (
        <Button
          size="sm"
          aria-label={`Sign out ${name}`}
          pending={isPending}
          disabled={isLocked}
          onClick={() => onRevoke(session.id, name)}
        >
          Sign out
        </Button>
      )}
    </li>
  );
}
