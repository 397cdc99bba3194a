"use client";

import type { ReactNode } from "react";
import { useSite } from "#site";
import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { Link } from "@/components/ui/link";

const LINK = "rounded-xs text-primary underline underline-offset-4";

const linked = (href: "/terms" | "/privacy", inner: ReactNode) => (
  <Link href={href} className={LINK}>
    {inner}
  </Link>
);

/** What somebody agrees to who creates an account, where the admin has written it. */
export function AgreementNote() {
  const t = useText();
  const { hasTerms, hasPrivacy } = useSite();
  if (!hasTerms && !hasPrivacy) return null;
  return (
    <p className="mt-4 text-muted-foreground text-sm">
      {hasTerms ? (
        <>
          <Rich
            t={t}
            text="With an account you accept the <terms>terms</terms> of this server."
            parts={{ terms: (inner) => linked("/terms", inner) }}
          />{" "}
        </>
      ) : null}
      {hasPrivacy ? (
        <Rich
          t={t}
          text="Read <privacy>what happens to your data</privacy>."
          parts={{ privacy: (inner) => linked("/privacy", inner) }}
        />
      ) : null}
    </p>
  );
}
