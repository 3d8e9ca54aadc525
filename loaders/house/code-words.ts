import ts from "typescript";

/** Words that readers meet, and the line where they stand. */
export interface Words {
  /** From 0. */
  line: number;
  text: string;
}

/** The texts in code that hold more than a word; what is put into them stands as “…”. */
export function wordsInCode(code: string): Words[] {
  const source = ts.createSourceFile("code.ts", code, ts.ScriptTarget.Latest);
  const found: Words[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text?.includes(" "))
      found.push({ line: source.getLineAndCharacterOfPosition(node.getStart(source)).line, text });
    if (text === undefined || ts.isTemplateExpression(node)) ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The words of a literal; undefined for all that is no literal. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("…");
}
