"use client";

import { TriangleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { StatusPage } from "./status-page";

export interface ErrorNoticeProps {
  /** The server's log has the details under this reference. Undefined if the error happened in the browser. */
  digest: string | undefined;
  retry: () => void;
}

export function ErrorNotice({ digest, retry }: ErrorNoticeProps) {
  return (
    <StatusPage
      icon={TriangleAlert}
      title="This page could not be loaded"
      description={
        <>
          A part of the server did not answer. Your files and results are safe. Try again in a moment.
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
          <ButtonLink href="/">Home page</ButtonLink>
          <ButtonLink href="/docs/troubleshooting">Help</ButtonLink>
        </>
      }
    />
  );
}
