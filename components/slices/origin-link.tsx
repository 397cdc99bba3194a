import { CornerLeftUp } from "lucide-react";
import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { Link } from "@/components/ui/link";
import type { SampleOrigin } from "@/lib/slices/schema";
import { positionText } from "./slice-list";

/** Leads from a sample that was cut out of another to that one. */
export function OriginLink({ origin }: { origin: SampleOrigin }) {
  const t = useText();
  const { parentId, parentName, startSeconds, endSeconds } = origin;
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-muted-foreground text-sm">
      <CornerLeftUp aria-hidden className="size-4 shrink-0" />
      <Rich
        t={t}
        text="Cut from <link>{name}</link> at {start} – {end}"
        values={{ name: parentName, start: positionText(startSeconds), end: positionText(endSeconds) }}
        parts={{
          link: (inner) => (
            <Link
              href={`/samples/${parentId}`}
              className="text-foreground underline underline-offset-4 [overflow-wrap:anywhere]"
            >
              {inner}
            </Link>
          ),
        }}
      />
    </p>
  );
}
