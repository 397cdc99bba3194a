"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useText } from "#text";
import { cn } from "@/lib/cn";
import { FieldContext } from "./field-state";

const descriptionOf = (id: string) => `${id}description`;
const errorOf = (id: string) => `${id}error`;

/** What screen readers announce with an invalid control. Messages of schemas come as they stand in the source. */
function FieldError({ id, children }: { id: string; children: ReactNode }) {
  const t = useText();
  if (!children) return null;
  return (
    <div id={errorOf(id)} className="flex items-start gap-1.5 text-danger text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{typeof children === "string" ? t(children) : children}</span>
    </div>
  );
}

export interface FieldProps {
  label: string;
  name?: string;
  description?: ReactNode;
  error?: ReactNode;
  className?: string;
  /** The control: an `Input`, `Textarea` or `Select`. */
  children: ReactNode;
}

/** Label, control, description and error, linked for assistive technology. */
export function Field({ label, name, description, error, className, children }: FieldProps) {
  const id = useId();
  const described = [description ? descriptionOf(id) : [], error ? errorOf(id) : []].flat().join(" ");
  return (
    <FieldContext
      value={{ id, name, "aria-invalid": error ? true : undefined, "aria-describedby": described || undefined }}
    >
      <div className={cn("flex flex-col gap-1.5", className)}>
        <label htmlFor={id} className="font-medium text-foreground text-sm">
          {label}
        </label>
        {children}
        {description ? (
          <p id={descriptionOf(id)} className="text-muted-foreground text-xs">
            {description}
          </p>
        ) : null}
        <FieldError id={id}>{error}</FieldError>
      </div>
    </FieldContext>
  );
}

/** Several controls, each with a name of its own, that have one error. */
export function FieldGroup({ error, children }: { error: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <FieldContext value={error ? { "aria-invalid": true, "aria-describedby": errorOf(id) } : {}}>
      <div className="flex flex-col gap-1.5">
        {children}
        <FieldError id={id}>{error}</FieldError>
      </div>
    </FieldContext>
  );
}
