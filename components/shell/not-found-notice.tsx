"use client";

import { SearchX } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { StatusPage } from "./status-page";

/** Every page carries it. Rendered in the browser, it shares the code of its icon and links with the page. */
export function NotFoundNotice() {
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
