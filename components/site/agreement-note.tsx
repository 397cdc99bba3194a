"use client";

import { Link } from "@/components/ui/link";
import { useSite } from "./site-provider";

const LINK = "rounded-xs text-primary underline underline-offset-4";

/** What somebody agrees to who creates an account, where the admin has written it. */
export function AgreementNote() {
  const { hasTerms, hasPrivacy } = useSite();
  if (!hasTerms && !hasPrivacy) return null;
  const terms = (
    <Link href="/terms" className={LINK}>
      terms
    </Link>
  );
  const privacy = (
    <Link href="/privacy" className={LINK}>
      what happens to your data
    </Link>
  );
  return (
    <p className="mt-4 text-muted-foreground text-sm">
      {hasTerms ? <>With an account you accept the {terms} of this server. </> : null}
      {hasPrivacy ? <>Read {privacy}.</> : null}
    </p>
  );
}
