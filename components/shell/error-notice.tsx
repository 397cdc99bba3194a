"use client";

import { TriangleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { StatusPage } from "./status-page";

export interface ErrorNoticeProps {
  /** Under this the server's log has the details; absent where the browser itself failed. */
  digest: string | undefined;
  retry: () => void;
}

export function ErrorNotice({ digest, retry }: ErrorNoticeProps) {
  return (
    <StatusPage
      icon={TriangleAlert}
      title="This page could not be shown"
      description={
        <>
          Something it needs did not answer. Your files and results are kept. Try again in a moment.
          {digest ? (
            <span className="mt-3 block text-xs">
              Reference <code className="figures">{digest}</code>
            </span>
          ) : null}
        </>
      }
      actions={
        <>
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
          <ButtonLink href="/">Front page</ButtonLink>
        </>
      }
    />
  );
}
