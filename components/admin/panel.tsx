import { type ReactNode, useId } from "react";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";

export interface PanelProps {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  /** A table reaches to the edges. */
  isFlush?: boolean;
  children: ReactNode;
}

/** A titled section of a page. */
export function Panel({ title, description, actions, isFlush = false, children }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Card className="overflow-hidden">
        <CardHeader>
          <div className="min-w-0">
            <CardTitle id={id}>{title}</CardTitle>
            {description ? <CardDescription>{description}</CardDescription> : null}
          </div>
          {actions}
        </CardHeader>
        {isFlush ? children : <CardContent>{children}</CardContent>}
      </Card>
    </section>
  );
}
