import { answerBegin } from "@/lib/plays/play-answers";

export function POST(request: Request): Promise<Response> {
  return answerBegin(request);
}
