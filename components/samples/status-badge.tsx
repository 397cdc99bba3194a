import { Check, CircleAlert, Clock3, LoaderCircle, UploadCloud } from "lucide-react";
import { Badge, type BadgeProps } from "@/components/ui/badge";
import type { SampleStatus } from "@/lib/samples/schema";

const LOOKS = {
  uploading: { label: "Uploading", tone: "neutral", icon: UploadCloud },
  uploaded: { label: "Queued", tone: "neutral", icon: Clock3 },
  processing: { label: "Analysing", tone: "primary", icon: LoaderCircle },
  completed: { label: "Analysed", tone: "success", icon: Check },
  failed: { label: "Failed", tone: "danger", icon: CircleAlert },
} as const satisfies Record<SampleStatus, { label: string; tone: BadgeProps["tone"]; icon: typeof Check }>;

export const statusLabel = (status: SampleStatus) => LOOKS[status].label;

/** Word, shape and colour together: none of them alone. */
export function StatusBadge({ status, className }: { status: SampleStatus; className?: string }) {
  const { label, tone, icon: Icon } = LOOKS[status];
  return (
    <Badge tone={tone} className={className}>
      <Icon aria-hidden className={status === "processing" ? "animate-spin motion-reduce:animate-none" : undefined} />
      {label}
    </Badge>
  );
}
