import { z } from "zod";
import { nameSchema } from "@/lib/accounts/schema";

export const renameSchema = z.object({ name: nameSchema });
export type RenameInput = z.input<typeof renameSchema>;
