import { answerOembed } from "@/lib/syndication/item-answers";

export function GET(request: Request): Promise<Response> {
  return answerOembed(request);
}
