"use client";

import { CheckCheck } from "lucide-react";
import { useActionRunner } from "@/components/forms/use-action-runner";
import { Button } from "@/components/ui/button";
import { readAllNoticesAction } from "@/lib/notices/actions";

export function ReadAll() {
  const { pending, run } = useActionRunner({});
  return (
    <Button pending={pending !== null} onClick={() => void run("all", () => readAllNoticesAction(), null)}>
      <CheckCheck aria-hidden />
      Mark all as read
    </Button>
  );
}
