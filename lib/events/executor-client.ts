import { Inngest } from "inngest";
import { logger } from "@/lib/platform/logger";

/** The SDK itself reads from the `INNGEST_*` variables where to send events and whether calls are signed. */
export const inngest = new Inngest({ id: "samplemind", logger: logger(), checkpointing: false });
