import assert from "node:assert/strict";
import { test } from "node:test";
import {
  correctMenu,
  curationView,
  doneNotice,
  previewView,
  rejectMenu,
} from "../../web/curation_view.js";
import { judgementOf } from "../../web/judgement_form.js";
import { judgementsHref, readRoute } from "../../web/route.js";
import { plainText } from "./plain_text.mjs";

const ada = { id: "company:ada", name: "Ada", type: "company" };
const bo = { id: "company:bo", name: "Bo", type: "company" };
const same = {
  id: "j1",
  at: "2026-01-02T03:04:05Z",
  by: "Cy",
  action: "same",
  entity: { ...bo, was: "company:ada" },
  other: bo,
  status: "applied",
};
const page = (judgements, more = {}) => ({
  judgements,
  total: judgements.length,
  problems: [],
  ...more,
});
const fields = (values) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};
const nobody = async () => ({ entities: [] });

test("the menu offers every correction, with the name as a hint", () => {
  const menu = correctMenu(ada);
  for (const word of ["Same as", "Rename", "Retype", "Hide", "Preview"]) {
    assert.match(plainText(menu), new RegExp(word));
  }
  assert.match(menu.toString(), /value="company"\s+selected/);
  assert.match(menu.toString(), /placeholder="Ada"/);
});

test("a preview sets what is beside what would be", () => {
  const before = [
    { ...ada, article_count: 2, edge_count: 1 },
    { ...bo, article_count: 3, edge_count: 1 },
  ];
  const after = [{ ...bo, article_count: 4, edge_count: 2 }];
  const shown = plainText(previewView({ judgement: same, before, after }));
  assert.match(shown, /Now Ada Company 2 articles .* Then Bo Company 4 articles/);
});

test("a preview tells a conflict and what is left of a relation", () => {
  const judgement = { ...same, status: "conflict", conflicts_with: "j7" };
  const shown = plainText(
    previewView({
      judgement,
      before: [],
      after: [],
      edge_before: { stories: 2 },
    }),
  );
  assert.match(shown, /2 stories now say it, none would/);
  assert.match(shown, /contradicts judgement j7/);
});

test("what was judged can be taken back once", () => {
  const undone = {
    ...same,
    id: "j2",
    status: "undone",
    undone: { at: same.at, by: "Di" },
  };
  const shown = curationView("", page([same, undone]), null).toString();
  assert.equal(shown.match(/data-undo/g)?.length, 1);
  assert.match(plainText(shown), /\(was company:ada \) is the same as Bo/);
  assert.match(plainText(shown), /undone by Di/);
});

test("a damaged ledger is said first", () => {
  const problem = "judgements.jsonl: line 2 is cut off and does not apply";
  const shown = curationView("", page([], { problems: [problem] }), null);
  assert.match(plainText(shown), /line 2 is cut off/);
});

test("candidates come with their reasons and both judgements", () => {
  const shown = curationView("", page([]), {
    merges: [
      { entity: ada, other: bo, score: 0.8, reason: "spelling", shared: [ada] },
    ],
    splits: [{ entity: ada, groups: [[ada], [bo]] }],
  });
  assert.match(plainText(shown), /Ada Company = Bo Company \?/);
  assert.match(plainText(shown), /one letter apart both near Ada/);
  assert.match(shown.toString(), /value="different"/);
});

test("a sentence is rejected as the relation that was read in it", () => {
  const edge = { type: "owns", source: ada, target: bo, direction: "out" };
  const menu = rejectMenu(edge, { article: "9f", sentence: 'Ada "owns" Bo' });
  assert.match(menu.toString(), /name="sentence" value="Ada &quot;owns&quot; Bo"/);
  assert.match(plainText(menu), /does not say that Ada owns Bo/);
});

test("after a judgement its undo is at hand", () => {
  assert.match(doneNotice(same).toString(), /data-undo/);
});

test("a name in a correction becomes an id, an id stays", async () => {
  const entities = async ({ q }) => ({
    entities: [
      { ...bo, name: q, match: "exact" },
      { ...ada, match: "alias" },
    ],
  });
  const form = { action: "same", entity: ada.id, by: " Cy ", note: "" };
  const named = await judgementOf(fields({ ...form, other: "Bo" }), entities);
  assert.deepEqual(
    [named.by, named.entity, named.other],
    ["Cy", ada.id, bo.id],
  );
  const id = await judgementOf(fields({ ...form, other: "place:x" }), nobody);
  assert.equal(id.other, "place:x");
  await assert.rejects(
    judgementOf(fields({ ...form, other: "Nobody" }), nobody),
    /No entity is called Nobody/,
  );
});

test("part of a name, or a name of several, is refused with those it fits", async () => {
  const form = { action: "same", entity: ada.id, by: "Cy", note: "" };
  const named = (match) => async () => ({
    entities: [
      { ...ada, match },
      { ...bo, match },
    ],
  });
  for (const match of ["prefix", "word", "alias", "exact"]) {
    await assert.rejects(
      judgementOf(fields({ ...form, other: "Comp" }), named(match)),
      (error) => error.message.includes(ada.id) && error.message.includes(bo.id),
    );
  }
});

test("judgements have an address, of all and of one", () => {
  assert.deepEqual(readRoute(judgementsHref("").slice(1)), {
    view: "curation",
    about: "",
  });
  assert.deepEqual(readRoute(judgementsHref(ada.id).slice(1)), {
    view: "curation",
    about: ada.id,
  });
});
