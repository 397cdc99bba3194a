import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { StatusPage } from "@/components/shell/status-page";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <StatusPage
      icon={SearchX}
      title="Page not found"
      description="The address may be wrong, or the page was deleted."
      actions={
        <>
          <ButtonLink href="/dashboard" variant="primary">
            Open studio
          </ButtonLink>
          <ButtonLink href="/">Home page</ButtonLink>
        </>
      }
    />
  );
}
