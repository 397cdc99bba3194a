import type { Metadata } from "next";
import type { SVGProps } from "react";
import { StatusPage } from "@/components/shell/status-page";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "Page not found" };

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
  return (
    <StatusPage
      icon={NothingFound}
      title="Page not found"
      description="The address may be wrong, the page was deleted, or the link to it has ended."
      actions={
        <>
          <ButtonLink href="/dashboard" variant="primary">
            Open studio
          </ButtonLink>
          <ButtonLink href="/">Home page</ButtonLink>
          <ButtonLink href="/docs">Help</ButtonLink>
        </>
      }
    />
  );
}
