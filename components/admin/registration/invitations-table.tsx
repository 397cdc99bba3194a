import { useText } from "#text";
import { PersonLink } from "@/components/admin/person-link";
import { EmptyNote } from "@/components/listing/empty-note";
import { ListTable } from "@/components/listing/list-table";
import { When } from "@/components/listing/when";
import { Badge } from "@/components/ui/badge";
import { TableCell, TableRow } from "@/components/ui/table";
import type { InvitationRow, InvitationState } from "@/lib/admin/registration/schema";
import { formatTimeSpan } from "@/lib/format/time";
import { msg } from "@/lib/language/text";
import { WithdrawInvitation } from "./withdraw-invitation";

const COLUMNS = [
  { label: msg("[invitation] For") },
  { label: msg("State") },
  { label: msg("Created") },
  { label: msg("[invitation] By") },
  { label: msg("Actions"), isHidden: true },
];

const STATES: Readonly<Record<InvitationState, { label: string; tone: "primary" | "success" | "neutral" }>> = {
  open: { label: msg("[state] Open"), tone: "primary" },
  used: { label: msg("[invitation] Used"), tone: "success" },
  expired: { label: msg("[invitation] Expired"), tone: "neutral" },
  withdrawn: { label: msg("[invitation] Withdrawn"), tone: "neutral" },
};

export function InvitationsTable({ invitations, nowMs }: { invitations: readonly InvitationRow[]; nowMs: number }) {
  const t = useText();
  if (invitations.length === 0) return <EmptyNote>{t("No invitations.")}</EmptyNote>;
  return (
    <ListTable columns={COLUMNS}>
      {invitations.map((invitation) => (
        <TableRow key={invitation.id}>
          <TableCell className="pl-5">
            <Guest invitation={invitation} />
          </TableCell>
          <TableCell>
            <State invitation={invitation} nowMs={nowMs} />
          </TableCell>
          <TableCell className="text-muted-foreground">
            <When at={invitation.createdAt} nowMs={nowMs} />
          </TableCell>
          <TableCell>
            <span className="block max-w-48 truncate">{invitation.invitedBy ?? t("A former admin")}</span>
          </TableCell>
          <TableCell className="pr-5 text-right">
            {invitation.state === "open" ? (
              <WithdrawInvitation id={invitation.id} whose={invitation.email ?? t("anyone with the link")} />
            ) : null}
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  );
}

function Guest({ invitation: { email, registered, state } }: { invitation: InvitationRow }) {
  const t = useText();
  if (registered) return <PersonLink person={registered} />;
  if (state === "used") return t("A deleted account");
  return <span className="block max-w-64 truncate">{email ?? t("Anyone with the link")}</span>;
}

function State({ invitation: { state, expiresAt }, nowMs }: { invitation: InvitationRow; nowMs: number }) {
  const t = useText();
  const { label, tone } = STATES[state];
  return (
    <>
      <Badge tone={tone}>{t(label)}</Badge>
      {state === "open" ? (
        <span className="block text-muted-foreground text-xs">
          {t("for {time}", { time: formatTimeSpan((Date.parse(expiresAt) - nowMs) / 1000) })}
        </span>
      ) : null}
    </>
  );
}
