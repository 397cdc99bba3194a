import { PersonLink } from "@/components/admin/person-link";
import { EmptyNote } from "@/components/listing/empty-note";
import { ListTable } from "@/components/listing/list-table";
import { When } from "@/components/listing/when";
import { Badge } from "@/components/ui/badge";
import { TableCell, TableRow } from "@/components/ui/table";
import type { InvitationRow, InvitationState } from "@/lib/admin/registration/schema";
import { formatTimeSpan } from "@/lib/format/time";
import { WithdrawInvitation } from "./withdraw-invitation";

const COLUMNS = [
  { label: "For" },
  { label: "State" },
  { label: "Created" },
  { label: "By" },
  { label: "Actions", isHidden: true },
];

const STATES: Readonly<Record<InvitationState, { label: string; tone: "primary" | "success" | "neutral" }>> = {
  open: { label: "Open", tone: "primary" },
  used: { label: "Used", tone: "success" },
  expired: { label: "Expired", tone: "neutral" },
  withdrawn: { label: "Withdrawn", tone: "neutral" },
};

export function InvitationsTable({ invitations, nowMs }: { invitations: readonly InvitationRow[]; nowMs: number }) {
  if (invitations.length === 0) return <EmptyNote>No invitations.</EmptyNote>;
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
            <span className="block max-w-48 truncate">{invitation.invitedBy ?? "A former admin"}</span>
          </TableCell>
          <TableCell className="pr-5 text-right">
            {invitation.state === "open" ? (
              <WithdrawInvitation id={invitation.id} whose={invitation.email ?? "anyone with the link"} />
            ) : null}
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  );
}

function Guest({ invitation: { email, registered, state } }: { invitation: InvitationRow }) {
  if (registered) return <PersonLink person={registered} />;
  if (state === "used") return "A deleted account";
  return <span className="block max-w-64 truncate">{email ?? "Anyone with the link"}</span>;
}

function State({ invitation: { state, expiresAt }, nowMs }: { invitation: InvitationRow; nowMs: number }) {
  const { label, tone } = STATES[state];
  return (
    <>
      <Badge tone={tone}>{label}</Badge>
      {state === "open" ? (
        <span className="block text-muted-foreground text-xs">
          for {formatTimeSpan((Date.parse(expiresAt) - nowMs) / 1000)}
        </span>
      ) : null}
    </>
  );
}
