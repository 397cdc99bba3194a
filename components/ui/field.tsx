"use client";

import { Field as BaseField } from "@base-ui/react/field";
import { CircleAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { useText } from "#text";
import { cn } from "@/lib/cn";

type Part<T extends React.ElementType> = Omit<ComponentProps<T>, "className"> & { className?: string };

export function FieldRoot({ className, ...props }: Part<typeof BaseField.Root>) {
  return <BaseField.Root className={cn("flex flex-col gap-1.5", className)} {...props} />;
}

export function FieldLabel({ className, ...props }: Part<typeof BaseField.Label>) {
  return <BaseField.Label className={cn("font-medium text-foreground text-sm", className)} {...props} />;
}

export function FieldDescription({ className, ...props }: Part<typeof BaseField.Description>) {
  return <BaseField.Description className={cn("text-muted-foreground text-xs", className)} {...props} />;
}

/**
 * Shown only if there is an error. Screen readers then announce the field as invalid, with this text. Messages of schemas
 * come as they stand in the source.
 */
export function FieldError({ children, className }: { children?: ReactNode; className?: string }) {
  const t = useText();
  if (!children) return null;
  return (
    <BaseField.Error match className={cn("flex items-start gap-1.5 text-danger text-sm", className)}>
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{typeof children === "string" ? t(children) : children}</span>
    </BaseField.Error>
  );
}

export interface FieldProps {
  label: string;
  name?: string;
  description?: ReactNode;
  error?: ReactNode;
  className?: string;
  /** The control: an `Input` or any other Base UI field control. */
  children: ReactNode;
}

/** Label, control, description and error, linked for assistive technology. */
export function Field({ label, name, description, error, className, children }: FieldProps) {
  return (
    <FieldRoot name={name} invalid={Boolean(error)} className={className}>
      <FieldLabel>{label}</FieldLabel>
      {children}
      {description ? <FieldDescription>{description}</FieldDescription> : null}
      <FieldError>{error}</FieldError>
    </FieldRoot>
  );
}
