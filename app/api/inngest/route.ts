import { serve } from "inngest/next";
import { functions } from "@/inngest/functions/all";
import { inngest } from "@/lib/events/executor-client";

export const { GET, POST, PUT } = serve({ client: inngest, functions });
