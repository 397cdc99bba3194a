"use client";

import { Laptop, Smartphone } from "lucide-react";
import { useText } from "#text";
import { acceptRefusal } from "@/components/forms/action-answer";
import { useActionRunner } from "@/components/forms/use-action-runner";
import { Rich } from "@/components/language/rich";
import { When } from "@/components/listing/when";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { revokeOtherSessionsAction, revokeSessionAction } from "@/lib/accounts/actions";
import type { DeviceSession } from "@/lib/accounts/schema";
import { browserName } from "@/lib/format/browser-name";

const OTHERS = "others";

export function DeviceList({ sessions, nowMs }: { sessions: DeviceSession[]; nowMs: number }) {
  const t = useText();
  const { pending, run } = useActionRunner({});
  const hasOthers = sessions.some((session) => !session.current);
  const revoke = (id: string, name: string) =>
    // A session that has already ended counts as signed out.
    run(
      id,
      async () => acceptRefusal(await revokeSessionAction({ id }), "not_found"),
      t("{name} was signed out.", { name }),
    );
  const revokeOthers = () => run(OTHERS, () => revokeOtherSessionsAction(), t("All other devices were signed out."));
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
            pending={pending === OTHERS}
            disabled={pending !== null}
            onClick={revokeOthers}
          >
            {t("Sign out all other devices")}
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
  const t = useText();
  const { name, isHandheld } = browserName(session.userAgent, t);
  const Icon = isHandheld ? Smartphone : Laptop;
  return (
    <li className="flex min-h-15 items-center gap-4 py-2.5">
      <Icon aria-hidden className="size-5 shrink-0 text-muted-foreground" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium text-sm">{name}</p>
        <p className="text-muted-foreground text-xs">
          <Rich
            t={t}
            text={
              session.address
                ? "Signed in {signedIn}, last active {active}, from {address}"
                : "Signed in {signedIn}, last active {active}"
            }
            values={{
              signedIn: <When at={session.createdAt} nowMs={nowMs} />,
              active: <When at={session.lastSeenAt} nowMs={nowMs} />,
              address: session.address,
            }}
          />
        </p>
      </div>
      {session.current ? (
        <Badge tone="success">{t("This device")}</Badge>
      ) : (
        <Button
          size="sm"
          aria-label={t("Sign out {name}", { name })}
          pending={isPending}
          disabled={isLocked}
          onClick={() => onRevoke(session.id, name)}
        >
          {t("Sign out")}
        </Button>
      )}
    </li>
  );
}
