import type { ProviderId } from "@/lib/accounts/linked-accounts/constants";

const LETTERS: Readonly<Record<ProviderId, string>> = { google: "G", github: "GH", spotify: "S" };

/** Stands for a sign-in service without using its trademark: its initials in a ring. */
export function ProviderMark({ provider }: { provider: ProviderId }) {
  return (
    <span
      aria-hidden
      className="inline-flex size-6 shrink-0 items-center justify-center rounded-full border border-border-strong font-display font-medium text-[0.625rem]"
    >
      {LETTERS[provider]}
    </span>
  );
}
