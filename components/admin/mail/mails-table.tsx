import { Mail } from "lucide-react";
import { useText } from "#text";
import { ListTable } from "@/components/listing/list-table";
import { When } from "@/components/listing/when";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { TableCell, TableRow } from "@/components/ui/table";
import type { MailRow } from "@/lib/admin/mail/schema";
import { msg } from "@/lib/language/text";
import { MailControls } from "./mail-controls";
import { MAIL_STATE_LABELS, MAIL_STATE_TONES } from "./mail-states";

const COLUMNS = [
  { label: msg("[mail] To") },
  { label: msg("[mail] Subject") },
  { label: msg("State") },
  { label: msg("Attempts"), numeric: true },
  { label: msg("Created") },
  { label: msg("Actions"), isHidden: true },
];

export interface MailsTableProps {
  mails: readonly MailRow[];
  mailIsSent: boolean;
  nowMs: number;
}

export function MailsTable({ mails, mailIsSent, nowMs }: MailsTableProps) {
  const t = useText();
  if (mails.length === 0) {
    return (
      <EmptyState icon={Mail} title={t("No e-mails")} description={t("No recent e-mail matches these filters.")} />
    );
  }
  return (
    <ListTable columns={COLUMNS}>
      {mails.map((mail) => (
        <TableRow key={mail.id}>
          <TableCell className="pl-5">
            <span className="block max-w-56 truncate">{mail.recipient}</span>
          </TableCell>
          <TableCell className="min-w-48">{mail.subject}</TableCell>
          <TableCell>
            <Badge tone={MAIL_STATE_TONES[mail.state]}>{t(MAIL_STATE_LABELS[mail.state])}</Badge>
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
    </ListTable>
  );
}
