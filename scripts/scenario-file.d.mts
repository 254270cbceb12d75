export function readJson(file: string): unknown;
export function readScenarios(content: unknown): Promise<{
  entries: { item: unknown; scenario?: object; mistake?: string }[];
  ignoredKeys: string[];
}>;
