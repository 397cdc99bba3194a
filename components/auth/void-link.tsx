import { Unlink } from "lucide-react";
import { useText } from "#text";
import { ACCOUNT_REFUSALS } from "@/components/forms/refusal-text";
import { ButtonLink } from "@/components/ui/button-link";

/** Says that a link does not work, and where to get a new one. */
export function VoidLink({ href, label }: { href: string; label: string }) {
  const t = useText();
  return (
    <div role="alert" className="glass flex flex-col items-start gap-3 rounded-xl p-6">
      <Unlink aria-hidden className="size-7 text-warning" />
      <p className="text-muted-foreground">{t(ACCOUNT_REFUSALS.link_void)}</p>
      <ButtonLink href={href} variant="primary">
        {label}
      </ButtonLink>
    </div>
  );
}
