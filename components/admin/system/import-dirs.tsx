import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { Badge } from "@/components/ui/badge";
import type { UnreachableReason } from "@/lib/imports/constants";
import type { AllowedDirState } from "@/lib/imports/schema";
import { msg } from "@/lib/language/text";

const TROUBLES: Readonly<Record<UnreachableReason, string>> = {
  not_allowed: msg("[folder] Not allowed"),
  missing: msg("Not there"),
  not_a_folder: msg("Not a folder"),
  unreadable: msg("May not be read"),
  disk: msg("The disk does not answer"),
  replaced: msg("[folder] A link"),
  emptied: msg("[folder] Empty"),
};

/** Directories whose folders people may import, and whether the application can read each. */
export function ImportDirs({ dirs }: { dirs: readonly AllowedDirState[] }) {
  const t = useText();
  if (dirs.length === 0) {
    return (
      <p className="text-muted-foreground text-sm">
        <Rich
          t={t}
          text="None. Name directories in the variable <code>IMPORT_DIRS</code>, and people can import the folders in them."
          parts={{ code: (inner) => <code>{inner}</code> }}
        />
      </p>
    );
  }
  return (
    <ul className="divide-y divide-border">
      {dirs.map(({ key, root, trouble }) => (
        <li key={key} className="flex items-center justify-between gap-4 py-3 text-sm first:pt-0 last:pb-0">
          <code className="min-w-0 break-all">{root}</code>
          <Badge tone={trouble ? "danger" : "success"} dot>
            {trouble ? t(TROUBLES[trouble]) : t("Readable")}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
