import { Info } from "lucide-react";
import { useText } from "#text";
import { msg } from "@/lib/language/text";

const TEXTS = {
  switched_off: msg("Importing folders is turned off for your account. Ask an admin to turn it on."),
  not_permitted: msg("Importing folders is not part of your role. Ask an admin to change it."),
  no_directories: msg(
    "No directory of this server is open for imports. The person who runs it can name some in the variable IMPORT_DIRS.",
  ),
} as const;

/** Why nothing can be imported now. */
export function ImportsOff({ reason }: { reason: keyof typeof TEXTS }) {
  const t = useText();
  return (
    <p
      role="status"
      className="mb-4 flex items-start gap-3 rounded-lg border border-warning/40 bg-warning/10 px-4 py-3 text-sm"
    >
      <Info aria-hidden className="mt-0.5 size-4.5 shrink-0 text-warning" />
      <span>{t(TEXTS[reason])}</span>
    </p>
  );
}
