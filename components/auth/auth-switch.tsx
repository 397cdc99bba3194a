"use client";

import { useSearchParams } from "next/navigation";
import { Suspense } from "react";
import { buttonVariants } from "@/components/ui/button-variants";
import { Link } from "@/components/ui/link";

export interface AuthSwitchProps {
  question: string;
  href: "/sign-in" | "/register";
  label: string;
}

/** Leads to the other form and keeps the page that the visitor asked for. */
export function AuthSwitch({ question, ...link }: AuthSwitchProps) {
  return (
    <p className="mt-6 text-center text-muted-foreground text-sm">
      {question}{" "}
      <Suspense fallback={<SwitchLink {...link} />}>
        <KeepingNext {...link} />
      </Suspense>
    </p>
  );
}

type LinkProps = Omit<AuthSwitchProps, "question">;

function KeepingNext({ href, label }: LinkProps) {
  const next = useSearchParams().get("next");
  return <SwitchLink href={next ? `${href}?next=${encodeURIComponent(next)}` : href} label={label} />;
}

function SwitchLink({ href, label }: { href: string; label: string }) {
  return (
    <Link href={href} className={buttonVariants({ variant: "link", size: "sm" })}>
      {label}
    </Link>
  );
}
