/** What the errors that async middleware is known for mean, in plain words. The first rule that fits speaks. */
import { awaitRules } from './await-rules';
import { factoryRules } from './factory-rules';
import { importRules } from './import-rules';
import { loopRules } from './loop-rules';
import type { Rule } from './rule';
import { syntaxRules } from './syntax-rules';

/** All rules, most telling first. */
export const rules: readonly Rule[] = [
  ...syntaxRules,
  ...factoryRules,
  ...importRules,
  ...awaitRules,
  ...loopRules,
];
