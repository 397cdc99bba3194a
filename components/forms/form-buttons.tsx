"use client";

import { useText } from "#text";
import { Button } from "@/components/ui/button";

interface FormButtonsProps {
  label: string;
  variant?: "primary" | "danger";
  isPending: boolean;
  onCancel: () => void;
}

/** Sends a form, or leaves it. */
export function FormButtons({ label, variant = "primary", isPending, onCancel }: FormButtonsProps) {
  const t = useText();
  return (
    <div className="flex flex-wrap gap-2">
      <Button type="submit" variant={variant} pending={isPending}>
        {label}
      </Button>
      <Button variant="ghost" onClick={onCancel}>
        {t("Cancel")}
      </Button>
    </div>
  );
}
