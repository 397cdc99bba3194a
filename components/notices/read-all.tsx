"use client";

import { CheckCheck } from "lucide-react";
import { useText } from "#text";
import { useActionRunner } from "@/components/forms/use-action-runner";
import { Button } from "@/components/ui/button";
import { readAllNoticesAction } from "@/lib/notices/actions";

export function ReadAll() {
  const t = useText();
  const { pending, run } = useActionRunner({});
  return (
    <Button pending={pending !== null} onClick={() => void run("all", () => readAllNoticesAction(), null)}>
      <CheckCheck aria-hidden />
      {t("Mark all as read")}
    </Button>
  );
}
