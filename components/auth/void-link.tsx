import { Unlink } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";

/** A link that opens nothing, and where to get another. */
export function VoidLink({ href, label }: { href: string; label: string }) {
  return (
    <div role="alert" className="glass flex flex-col items-start gap-3 rounded-xl p-6">
      <Unlink aria-hidden className="size-7 text-warning" />
      <p className="text-muted-foreground">
        This link cannot be used: it is not complete, was used already, is too old, or was replaced by a newer one.
      </p>
      <ButtonLink href={href} variant="primary">
        {label}
      </ButtonLink>
    </div>
  );
}
