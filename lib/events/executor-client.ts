import { Inngest } from "inngest";
import { logger } from "@/lib/platform/logger";

/** Where events go and whether calls are signed comes from the `INNGEST_*` variables, which the SDK reads itself. */
export const inngest = new Inngest({ id: "samplemind", logger: logger(), checkpointing: false });
