import { Check, CircleAlert, Clock3, LoaderCircle, UploadCloud } from "lucide-react";
import { useText } from "#text";
import { Badge, type BadgeProps } from "@/components/ui/badge";
import type { SampleStatus } from "@/lib/events/sample-event";
import { msg } from "@/lib/language/text";

const LOOKS = {
  uploading: { label: msg("Uploading"), tone: "neutral", icon: UploadCloud },
  uploaded: { label: msg("Queued"), tone: "neutral", icon: Clock3 },
  processing: { label: msg("Analysing"), tone: "primary", icon: LoaderCircle },
  completed: { label: msg("Analysed"), tone: "success", icon: Check },
  failed: { label: msg("Failed"), tone: "danger", icon: CircleAlert },
} as const satisfies Record<SampleStatus, { label: string; tone: BadgeProps["tone"]; icon: typeof Check }>;

export interface StatusBadgeProps {
  status: SampleStatus;
  className?: string;
}

/** A status as word, shape and colour together. */
export function StatusBadge({ status, className }: StatusBadgeProps) {
  const t = useText();
  const { label, tone, icon: Icon } = LOOKS[status];
  return (
    <Badge tone={tone} className={className}>
      <Icon aria-hidden className={status === "processing" ? "animate-spin motion-reduce:animate-none" : undefined} />
      {t(label)}
    </Badge>
  );
}
