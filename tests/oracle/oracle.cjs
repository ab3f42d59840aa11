// Answers, a line of JSON each, what survey-core makes of a form and answers: the oracle of the agreement tests.
"use strict";
const readline = require("node:readline");

// The clock stands still at the moment given, so that verdicts on today() are the same on every day.
const NOW = new Date(process.argv[2]).getTime();
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length ? given : [NOW]));
  }
  static now() {
    return NOW;
  }
};

const { ExpressionRunner, Model } = require("survey-core");

console.warn = console.error = () => {}; // survey-core comments on odd input; the verdict is what counts

function nested(question) {
  if (question.getType() === "paneldynamic") {
    return question.visiblePanels.map((panel) => [question.panels.indexOf(panel), panel.questions]);
  }
  if (question.getType() === "matrixdynamic") {
    const rows = question.visibleRows || [];
    return rows.map((row, index) => [index, row.cells.map((cell) => cell.question)]);
  }
  return [];
}

function* walk(question, name) {
  if (!question.isVisible || !question.isParentVisible) return;
  yield [name, question];
  for (const [index, children] of nested(question)) {
    for (const child of children) {
      yield* walk(child, `${name}[${index}].${child.name}`);
    }
  }
}

function verdict({ form, answers }) {
  const survey = new Model(form);
  for (const question of survey.getAllQuestions()) nested(question); // as on a screen: items are built at once
  for (const [name, value] of Object.entries(answers)) {
    if (name.endsWith("-Comment")) survey.setComment(name.slice(0, -"-Comment".length), value);
    else survey.setValue(name, value);
  }
  survey.validate(true); // takes back answers that are not among the choices
  const shown = [];
  for (const question of survey.getAllQuestions()) {
    shown.push(...walk(question, question.name));
  }
  const report = {
    visible: shown.map(([name]) => name),
    required: shown.filter(([, one]) => one.isRequired).map(([name]) => name),
    read_only: shown.filter(([, one]) => one.isReadOnly).map(([name]) => name),
    errors: shown.filter(([, one]) => one.errors.length > 0).map(([name]) => name),
  };
  survey.doComplete();
  return { ...report, values: survey.data };
}

function plain(value) {
  if (value === undefined) return null;
  if (typeof value === "number" && !Number.isFinite(value)) return { number: String(value) };
  if (value instanceof Date) return { moment: Number.isNaN(value.getTime()) ? null : value.getTime() };
  return Array.isArray(value) ? value.map(plain) : value;
}

function result({ expression, values }) {
  const runner = new ExpressionRunner(expression);
  return runner.canRun() ? { value: plain(runner.runValues(values)) } : { broken: true };
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  let answer;
  try {
    const asked = JSON.parse(line);
    answer = "expression" in asked ? result(asked) : verdict(asked);
  } catch (error) {
    answer = { crash: String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
});
