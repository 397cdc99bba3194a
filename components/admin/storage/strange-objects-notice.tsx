import { PackageX } from "lucide-react";
import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { formatCount } from "@/lib/format/count";
import type { StrangeObjects } from "@/lib/objects/reconciliation/schema";

/** Shown only if the last comparison found objects that are probably another installation's. */
export function StrangeObjectsNotice({ found }: { found: StrangeObjects[] }) {
  const t = useText();
  return found.map(({ prefix, orphans, listed }) => (
    <p
      key={prefix}
      className="flex items-center gap-3 rounded-lg border border-warning/35 bg-warning/12 px-4 py-3 text-sm"
    >
      <PackageX aria-hidden className="size-5 shrink-0 text-warning" />
      <span>
        <Rich
          t={t}
          text={
            listed === 1
              ? "The database knows nothing of {orphans} of {listed} stored object below <code>{prefix}</code>. Perhaps they are not lost but belong elsewhere, so SampleMind keeps them. Check that <code>DATABASE_URL</code> and <code>S3_BUCKET</code> belong together, that the database is complete, and that no other installation uses the bucket."
              : "The database knows nothing of {orphans} of {listed} stored objects below <code>{prefix}</code>. Perhaps they are not lost but belong elsewhere, so SampleMind keeps them. Check that <code>DATABASE_URL</code> and <code>S3_BUCKET</code> belong together, that the database is complete, and that no other installation uses the bucket."
          }
          values={{ orphans: formatCount(orphans, t), listed: formatCount(listed, t), prefix }}
          parts={{ code: (inner) => <code>{inner}</code> }}
        />
      </span>
    </p>
  ));
}
