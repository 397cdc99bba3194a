import type { DeclaredError } from "@/lib/api/http/operation";

export const NOT_PUBLISHABLE = {
  status: 404,
  title: "There is no such sample",
  detail: "It must be yours, analysed, and not in the trash.",
} satisfies DeclaredError;
export const ALREADY_PUBLIC = {
  status: 409,
  title: "The sample is public already",
  detail: "Change its publication instead.",
} satisfies DeclaredError;
export const TAKEN_DOWN = {
  status: 409,
  title: "It was taken down",
  detail: "The people who run this server decided that it is not shown. Its page in your library says why.",
} satisfies DeclaredError;
