import { type ReactNode, useId } from "react";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "./card";

export interface PanelProps {
  /** Links can point at it: `/settings#usage`. */
  id?: string;
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  /** For a table that reaches to the edges. */
  isFlush?: boolean;
  children?: ReactNode;
}

/** A section of a page with a title. Without children it is only a header. */
export function Panel({ id, title, description, actions, isFlush = false, children }: PanelProps) {
  const ownId = useId();
  const titleId = id ?? ownId;
  return (
    <section aria-labelledby={titleId}>
      <Card className="overflow-hidden">
        <CardHeader>
          <div className="min-w-0">
            <CardTitle id={titleId}>{title}</CardTitle>
            {description ? <CardDescription>{description}</CardDescription> : null}
          </div>
          {actions}
        </CardHeader>
        {isFlush || !children ? children : <CardContent>{children}</CardContent>}
      </Card>
    </section>
  );
}
