import type { BadgeProps } from "@/components/ui/badge";
import type { MailState } from "@/lib/admin/mail/schema";
import { msg } from "@/lib/language/text";

export const MAIL_STATE_LABELS: Readonly<Record<MailState, string>> = {
  unsent: msg("Not sent"),
  queued: msg("[mail] Waiting"),
  failed: msg("[mail] Failed"),
  sent: msg("[mail] Sent"),
};

export const MAIL_STATE_TONES: Readonly<Record<MailState, BadgeProps["tone"]>> = {
  unsent: "warning",
  queued: "primary",
  failed: "danger",
  sent: "success",
};
