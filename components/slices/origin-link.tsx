import { CornerLeftUp } from "lucide-react";
import { Link } from "@/components/ui/link";
import type { SampleOrigin } from "@/lib/slices/schema";
import { positionText } from "./slice-list";

/** Leads from a sample that was cut out of another to that one. */
export function OriginLink({ origin }: { origin: SampleOrigin }) {
  const { parentId, parentName, startSeconds, endSeconds } = origin;
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-muted-foreground text-sm">
      <CornerLeftUp aria-hidden className="size-4 shrink-0" />
      Cut from
      <Link
        href={`/samples/${parentId}`}
        className="text-foreground underline underline-offset-4 [overflow-wrap:anywhere]"
      >
        {parentName}
      </Link>
      at {positionText(startSeconds)} – {positionText(endSeconds)}
    </p>
  );
}
