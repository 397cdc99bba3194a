import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { ok, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import { readFolderChoice } from "@/lib/imports/data";
import { chooseFolderSchema } from "@/lib/imports/schema";
import { folderChoiceDto, toFolderChoiceDto } from "./dto";
import { NO_SUCH_FOLDER } from "./errors";

export const chooseImport = defineOperation({
  method: "GET",
  path: "/imports/choices",
  summary: "Lists the folders on the server that can be imported, one level at a time.",
  scope: "imports:manage",
  rateClass: "studio",
  query: chooseFolderSchema,
  response: json(folderChoiceDto),
  errors: { not_found: NO_SUCH_FOLDER, feature_off: FEATURE_OFF },
  async handle({ ctx, query }) {
    await requireFlag(ctx.actor, "server-folders");
    const choice = await readFolderChoice(ctx.actor, query);
    return choice ? ok(toFolderChoiceDto(choice)) : refused("not_found");
  },
});
