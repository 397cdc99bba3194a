"use client";

import { toast } from "@/components/ui/toast";
import { chooseAction } from "@/lib/choices/actions";
import type { Choices } from "@/lib/choices/constants";
import type { Text } from "@/lib/language/text";

export async function keepForPerson(part: Partial<Choices>, t: Text): Promise<void> {
  const answer = await chooseAction(part).catch(() => null);
  if (answer?.data?.ok) return;
  toast.error(t("Your choice holds in this browser only"), {
    description: t("It could not be saved. Try again later."),
  });
}
