"use server";
import { revalidatePath } from "next/cache";
import { adminAction } from "@/lib/actions/client";
import { createInvitation, setRegistration, withdrawInvitation } from "./mutations";
import { createInvitationSchema, invitationSchema, setRegistrationSchema } from "./schema";

const PATH = "/admin/registration";

export const setRegistrationAction = adminAction
  .inputSchema(setRegistrationSchema)
  .action(async ({ ctx, parsedInput }) => {
    const result = await setRegistration(ctx, parsedInput);
    revalidatePath(PATH);
    return result;
  });

export const createInvitationAction = adminAction
  .inputSchema(createInvitationSchema)
  .action(async ({ ctx, parsedInput }) => {
    const result = await createInvitation(ctx, parsedInput);
    revalidatePath(PATH);
    return result;
  });

export const withdrawInvitationAction = adminAction
  .inputSchema(invitationSchema)
  .action(async ({ ctx, parsedInput }) => {
    const result = await withdrawInvitation(ctx, parsedInput);
    revalidatePath(PATH);
    return result;
  });
