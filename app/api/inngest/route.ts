import { serve } from "inngest/next";
import { serving } from "@/inngest/serving";

export const { GET, POST, PUT } = serve(serving);
