import { Check, CircleAlert, Clock3, LoaderCircle, UploadCloud } from "lucide-react";
import { Badge, type BadgeProps } from "@/components/ui/badge";
import type { SampleStatus } from "@/lib/events/sample-event";

const LOOKS = {
  uploading: { label: "Uploading", tone: "neutral", icon: UploadCloud },
  uploaded: { label: "Queued", tone: "neutral", icon: Clock3 },
  processing: { label: "Analysing", tone: "primary", icon: LoaderCircle },
  completed: { label: "Analysed", tone: "success", icon: Check },
  failed: { label: "Failed", tone: "danger", icon: CircleAlert },
} as const satisfies Record<SampleStatus, { label: string; tone: BadgeProps["tone"]; icon: typeof Check }>;

export interface StatusBadgeProps {
  status: SampleStatus;
  className?: string;
}

/** A status as word, shape and colour together. */
export function StatusBadge({ status, className }: StatusBadgeProps) {
  const { label, tone, icon: Icon } = LOOKS[status];
  return (
    <Badge tone={tone} className={className}>
      <Icon aria-hidden className={status === "processing" ? "animate-spin motion-reduce:animate-none" : undefined} />
      {label}
    </Badge>
  );
}
