"use server";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { adminAction } from "@/lib/actions/client";
import { deletePersonAsAdmin, keepPersonAsAdmin } from "@/lib/privacy/deletion/mutations";
import { openExportAsAdmin } from "@/lib/privacy/exports/mutations";
import { deletePersonSchema, leavingPersonSchema } from "@/lib/privacy/schema";
import { requestOrigin } from "@/lib/request/request-origin";
import {
  changeRole,
  sendResetLink,
  setBeta,
  setQuota,
  signOutPerson,
  suspendPerson,
  unsuspendPerson,
} from "./mutations";
import { changeRoleSchema, personSchema, setBetaSchema, setQuotaSchema } from "./schema";

const refresh = () => revalidatePath("/admin/users", "layout");

export const changeRoleAction = adminAction.inputSchema(changeRoleSchema).action(async ({ ctx, parsedInput }) => {
  const result = await changeRole(ctx, parsedInput);
  refresh();
  return result;
});

export const setQuotaAction = adminAction.inputSchema(setQuotaSchema).action(async ({ ctx, parsedInput }) => {
  const result = await setQuota(ctx, parsedInput);
  refresh();
  return result;
});

export const setBetaAction = adminAction.inputSchema(setBetaSchema).action(async ({ ctx, parsedInput }) => {
  const result = await setBeta(ctx, parsedInput);
  refresh();
  return result;
});

export const suspendPersonAction = adminAction.inputSchema(personSchema).action(async ({ ctx, parsedInput }) => {
  const result = await suspendPerson(ctx, parsedInput);
  refresh();
  return result;
});

export const unsuspendPersonAction = adminAction.inputSchema(personSchema).action(async ({ ctx, parsedInput }) => {
  const result = await unsuspendPerson(ctx, parsedInput);
  refresh();
  return result;
});

export const signOutPersonAction = adminAction.inputSchema(personSchema).action(async ({ ctx, parsedInput }) => {
  const result = await signOutPerson(ctx, parsedInput);
  refresh();
  return result;
});

export const sendResetLinkAction = adminAction.inputSchema(personSchema).action(async ({ ctx, parsedInput }) => {
  const result = await sendResetLink(ctx, parsedInput);
  refresh();
  return result;
});

export const deletePersonAction = adminAction.inputSchema(deletePersonSchema).action(async ({ ctx, parsedInput }) => {
  const result = await deletePersonAsAdmin(ctx, parsedInput);
  refresh();
  return result;
});

export const keepPersonAction = adminAction.inputSchema(leavingPersonSchema).action(async ({ ctx, parsedInput }) => {
  const result = await keepPersonAsAdmin(ctx, parsedInput);
  refresh();
  return result;
});

export const openPersonExportAction = adminAction
  .inputSchema(leavingPersonSchema)
  .action(async ({ ctx, parsedInput }) => {
    return openExportAsAdmin(ctx, parsedInput, requestOrigin(await headers()));
  });
