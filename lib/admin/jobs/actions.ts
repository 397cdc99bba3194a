"use server";
import { revalidatePath } from "next/cache";
import { adminAction } from "@/lib/actions/client";
import { cancelJob, retryAllJobs, retryJob, setJobsPaused } from "./mutations";
import { jobSchema, setPausedSchema } from "./schema";

const refresh = () => revalidatePath("/admin/jobs");

export const retryJobAction = adminAction.inputSchema(jobSchema).action(async ({ ctx, parsedInput }) => {
  const result = await retryJob(ctx, parsedInput);
  refresh();
  return result;
});

export const retryAllJobsAction = adminAction.action(async ({ ctx }) => {
  const result = await retryAllJobs(ctx);
  refresh();
  return result;
});

export const cancelJobAction = adminAction.inputSchema(jobSchema).action(async ({ ctx, parsedInput }) => {
  const result = await cancelJob(ctx, parsedInput);
  refresh();
  return result;
});

export const setJobsPausedAction = adminAction.inputSchema(setPausedSchema).action(async ({ ctx, parsedInput }) => {
  const result = await setJobsPaused(ctx, parsedInput);
  refresh();
  return result;
});
