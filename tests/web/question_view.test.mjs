import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answerCount,
  questionParts,
  questionView,
} from "../../web/question_view.js";
import { plainText } from "./plain_text.mjs";

const nyrstar = { id: "company:nyrstar", name: "Nyrstar", type: "company" };
const trafigura = {
  id: "company:trafigura",
  name: "Trafigura",
  type: "company",
};
const evidence = {
  article: "9f2c",
  source: "SMM",
  published: "2025-12-16T00:24:00Z",
  sentence: "Trafigura owns Nyrstar.",
  marks: [
    [0, 9],
    [15, 22],
  ],
  begin: 0,
  end: 23,
};
const owns = {
  id: "company:trafigura|owns|company:nyrstar",
  type: "owns",
  source: trafigura,
  target: nyrstar,
  modality: "asserted",
  negated: true,
  stories: 2,
  evidence: [evidence],
};
const asked = {
  question: "who owns Nyrstar",
  reading: { kind: "entities", entity: nyrstar },
  parts: [
    {
      text: "owns",
      role: "relation",
      value: "owns",
      alternatives: [{ label: "leads", question: "who leads Nyrstar" }],
    },
    { text: "Nyrstar", role: "name", value: "Nyrstar", entity: nyrstar },
  ],
  answer: { entities: [{ entity: trafigura, edges: [owns] }], total: 1 },
};

test("a part with alternatives is a choice between questions", () => {
  const parts = questionParts(asked).toString();
  assert.match(parts, /<select class="question-choice" name="q">/);
  assert.match(parts, /<option value="who owns Nyrstar" selected>owns</);
  assert.match(parts, /<option value="who leads Nyrstar">leads</);
  assert.equal(parts.match(/<select/g).length, 1);
});

test("an answer shows its edge, what denies it and its sentence", () => {
  const text = plainText(questionView(asked, null));
  assert.match(text, /Trafigura owns Nyrstar denied 2 stories/);
  assert.match(text, /Trafigura owns Nyrstar ?\./);
  assert.match(text, /SMM 16 Dec 2025/);
});

test("a number stands with its unit, date and sentence", () => {
  const fact = {
    entity: { id: "commodity:tin", name: "tin", type: "commodity" },
    measure: "price",
    value: 31000,
    unit: "USD/t",
    date: "2025-12",
    evidence,
  };
  const view = questionView(
    {
      question: "price of tin",
      reading: { kind: "facts", entity: fact.entity },
      answer: { facts: [fact], total: 1 },
    },
    null,
  );
  assert.match(plainText(view), /31,000 USD\/t price tin/);
});

test("a question without an answer says so, and what has one", () => {
  const empty = {
    question: "who founded Nyrstar",
    reading: { kind: "entities", entity: nyrstar },
    answer: { entities: [], total: 0 },
    message: "Nothing in the archive says that.",
    suggestions: ["who owns Nyrstar"],
  };
  const view = questionView(empty, null);
  assert.match(plainText(view), /Nothing in the archive says that\./);
  assert.match(view.toString(), /href="\/\?q=who\+owns\+Nyrstar"/);
  assert.equal(answerCount(empty), "0 answers");
});
