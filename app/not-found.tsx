import type { Metadata } from "next";
import type { SVGProps } from "react";
import { useText } from "#text";
import { StatusPage } from "@/components/shell/status-page";
import { ButtonLink } from "@/components/ui/button-link";
import { loadText } from "@/lib/choices/language";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Page not found") };
}

/** Every page carries this one. An icon of the library would bring it a second time to pages that have it already. */
function NothingFound(props: SVGProps<SVGSVGElement>) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden
      {...props}
    >
      <circle cx="10.5" cy="10.5" r="7.5" />
      <path d="M16.5 16.5 21 21M8.5 8.5l4 4M12.5 8.5l-4 4" />
    </svg>
  );
}

export default function NotFound() {
  const t = useText();
  return (
    <StatusPage
      icon={NothingFound}
      title={t("Page not found")}
      description={t("The address may be wrong, the page was deleted, or the link to it has ended.")}
      actions={
        <>
          <ButtonLink href="/dashboard" variant="primary">
            {t("Open studio")}
          </ButtonLink>
          <ButtonLink href="/">{t("Home page")}</ButtonLink>
          <ButtonLink href="/docs">{t("Help")}</ButtonLink>
        </>
      }
    />
  );
}
