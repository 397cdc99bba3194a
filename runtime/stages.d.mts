export interface Stages {
  stage(
    title: string,
    work: (progress: (text: string) => void) => Promise<string | null | undefined> | Promise<void>,
  ): Promise<void>;
  line(text: string): void;
}

export function seconds(ms: number): string;
export function createStages(out?: { isTTY?: boolean; columns?: number; write(text: string): unknown }): Stages;
