import { Check, CircleAlert, Clock3, LoaderCircle, UploadCloud } from "lucide-react";
import { Badge, type BadgeProps } from "@/components/ui/badge";
import { cn } from "@/lib/cn";
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
  /** For long lists: makes "Analysed" less prominent, so that everything else stands out. */
  quiet?: boolean;
  className?: string;
}

/** A status as word, shape and colour together. */
export function StatusBadge({ status, quiet = false, className }: StatusBadgeProps) {
  const { label, tone, icon: Icon } = LOOKS[status];
  if (quiet && status === "completed") {
    return (
      <span className={cn("inline-flex items-center gap-1.5 text-muted-foreground text-xs", className)}>
        <Icon aria-hidden className="size-3.5 text-success" />
        {label}
      </span>
    );
  }
  return (
    <Badge tone={tone} className={className}>
      <Icon aria-hidden className={status === "processing" ? "animate-spin motion-reduce:animate-none" : undefined} />
      {label}
    </Badge>
  );
}
