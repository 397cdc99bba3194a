import type { BadgeProps } from "@/components/ui/badge";
import type { MailState } from "@/lib/admin/mail/schema";

export const MAIL_STATE_LABELS: Readonly<Record<MailState, string>> = {
  unsent: "Not sent",
  queued: "Waiting",
  failed: "Failed",
  sent: "Sent",
};

export const MAIL_STATE_TONES: Readonly<Record<MailState, BadgeProps["tone"]>> = {
  unsent: "warning",
  queued: "primary",
  failed: "danger",
  sent: "success",
};
