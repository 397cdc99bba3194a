import { Mail } from "lucide-react";
import { When } from "@/components/admin/when";
import { Badge, type BadgeProps } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { MailRow, MailState } from "@/lib/admin/mail/schema";
import { MailControls } from "./mail-controls";

const STATES: Readonly<Record<MailState, { label: string; tone: BadgeProps["tone"] }>> = {
  unsent: { label: "Not sent", tone: "warning" },
  queued: { label: "Waiting", tone: "primary" },
  failed: { label: "Given up", tone: "danger" },
  sent: { label: "Sent", tone: "success" },
};

export interface MailsTableProps {
  mails: readonly MailRow[];
  mailIsSent: boolean;
  nowMs: number;
}

export function MailsTable({ mails, mailIsSent, nowMs }: MailsTableProps) {
  if (mails.length === 0) {
    return <EmptyState icon={Mail} title="No mail" description="Nothing like that was written in the last days." />;
  }
  return (
    <Table>
      <TableHeader>
        <tr>
          <TableHead className="pl-5">To</TableHead>
          <TableHead>Subject</TableHead>
          <TableHead>State</TableHead>
          <TableHead numeric>Attempts</TableHead>
          <TableHead>Written</TableHead>
          <TableHead className="pr-5">
            <span className="sr-only">What can be done</span>
          </TableHead>
        </tr>
      </TableHeader>
      <TableBody>
        {mails.map((mail) => (
          <TableRow key={mail.id}>
            <TableCell className="pl-5">
              <span className="block max-w-56 truncate">{mail.recipient}</span>
            </TableCell>
            <TableCell className="min-w-48">{mail.subject}</TableCell>
            <TableCell>
              <Badge tone={STATES[mail.state].tone}>{STATES[mail.state].label}</Badge>
              {mail.failure ? <code className="mt-1 block text-muted-foreground text-xs">{mail.failure}</code> : null}
            </TableCell>
            <TableCell numeric>{mail.attempts}</TableCell>
            <TableCell className="text-muted-foreground">
              <When at={mail.createdAt} nowMs={nowMs} />
            </TableCell>
            <TableCell className="pr-5">
              <MailControls mail={mail} mailIsSent={mailIsSent} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
