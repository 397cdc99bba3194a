import type { DeclaredError } from "@/lib/api/http/operation";

export const GONE = {
  status: 410,
  title: "This is no longer public",
  detail: "It was here, and its artist has taken it back, or it had to go.",
} satisfies DeclaredError;
