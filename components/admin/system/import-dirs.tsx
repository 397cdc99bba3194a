import { Badge } from "@/components/ui/badge";
import type { UnreachableReason } from "@/lib/imports/constants";
import type { AllowedDirState } from "@/lib/imports/schema";

const TROUBLES: Readonly<Record<UnreachableReason, string>> = {
  not_allowed: "Not allowed",
  missing: "Not there",
  not_a_folder: "Not a folder",
  unreadable: "May not be read",
  disk: "The disk does not answer",
  replaced: "A link",
  emptied: "Empty",
};

/** Directories whose folders people may import, and whether the application can read each. */
export function ImportDirs({ dirs }: { dirs: readonly AllowedDirState[] }) {
  if (dirs.length === 0) {
    return (
      <p className="text-muted-foreground text-sm">
        None. Name directories in the variable <code>IMPORT_DIRS</code>, and people can import the folders in them.
      </p>
    );
  }
  return (
    <ul className="divide-y divide-border">
      {dirs.map(({ key, root, trouble }) => (
        <li key={key} className="flex items-center justify-between gap-4 py-3 text-sm first:pt-0 last:pb-0">
          <code className="min-w-0 break-all">{root}</code>
          <Badge tone={trouble ? "danger" : "success"} dot>
            {trouble ? TROUBLES[trouble] : "Readable"}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
