import type { Metadata } from "next";
import { notFound } from "next/navigation";

export const metadata: Metadata = { title: "Design" };

/** For whoever works on the application. In production there is no such page, and its code is not in the build. */
export default async function DesignPage() {
  if (process.env.NODE_ENV === "production") notFound();
  const { DesignView } = await import("@/components/design/design-view");
  return <DesignView />;
}
