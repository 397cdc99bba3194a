import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { StatusPage } from "@/components/shell/status-page";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <StatusPage
      icon={SearchX}
      title="There is nothing here"
      description="The address may be mistyped, or what it led to was deleted."
      actions={
        <>
          <ButtonLink href="/dashboard" variant="primary">
            Open studio
          </ButtonLink>
          <ButtonLink href="/">Front page</ButtonLink>
        </>
      }
    />
  );
}
