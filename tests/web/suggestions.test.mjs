import assert from "node:assert/strict";
import { test } from "node:test";
import {
  afterKey,
  noSuggestions,
  optionsFor,
  suggestionList,
} from "../../web/suggestions.js";

const koreaZinc = {
  kind: "entity",
  entity: { id: "company:korea-zinc", name: "Korea Zinc", type: "company" },
  matched: "고려아연",
  match: "alias",
};

test("an entity leads to its own view, and shows the alias that fits", () => {
  const [option] = optionsFor("고려", [koreaZinc]);
  assert.equal(option.href, "/?entity=company:korea-zinc");
  assert.equal(option.matched, "고려아연");
});

test("behind `related to` an entity leads to the answer", () => {
  const [option] = optionsFor("related to kor", [koreaZinc]);
  assert.equal(option.href, "/?q=related+to+Korea+Zinc");
});

test("kinds of suggestion that this page does not know are left out", () => {
  assert.deepEqual(optionsFor("x", [{ kind: "later" }]), []);
});

const phrase = {
  kind: "phrase",
  tier: "prefix",
  text: "korean smelters",
  marks: [[0, 3]],
};
const title = {
  kind: "title",
  tier: "prefix",
  text: "Korea Zinc grows",
  marks: [[0, 3]],
  article: "00000000000000a1",
};

test("phrases lead to their articles, titles to theirs, each in its group", () => {
  const options = optionsFor("kor", [title, phrase, koreaZinc]);
  assert.deepEqual(
    options.map(({ group, href }) => [group, href]),
    [
      ["Names", "/?entity=company:korea-zinc"],
      ["Phrases", "/?q=korean+smelters"],
      ["Articles", "/?article=00000000000000a1"],
    ],
  );
  const shown = suggestionList({ options, active: -1 }).toString();
  assert.match(shown, /role="group" aria-label="Articles"/);
  assert.match(shown, /<mark>Kor<\/mark>ea Zinc grows/);
});

test("what is found past mistakes stands last, below a heading that says so", () => {
  const options = optionsFor("koera", [
    { ...koreaZinc, tier: "fuzzy" },
    { ...phrase, tier: "fuzzy" },
    title,
  ]);
  assert.deepEqual(
    options.map(({ group }) => group),
    ["Articles", "Perhaps you mean", "Perhaps you mean"],
  );
});

test("behind `related to` only entities are offered", () => {
  const options = optionsFor("related to kor", [phrase, title, koreaZinc]);
  assert.deepEqual(
    options.map(({ text }) => text),
    ["related to Korea Zinc"],
  );
});

test("arrows go round through the options and back to the box", () => {
  const options = optionsFor("x", [koreaZinc, koreaZinc]);
  const keys = ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"];
  const seen = [];
  let state = { options, active: -1 };
  for (const key of keys) {
    state = afterKey(state, key);
    seen.push(state.active);
  }
  assert.deepEqual(seen, [0, 1, -1, 1, 0]);
});

test("escape closes", () => {
  const options = optionsFor("x", [koreaZinc]);
  assert.equal(afterKey({ options, active: 0 }, "Escape"), noSuggestions);
});

test("the chosen option is the selected one", () => {
  const options = optionsFor("x", [koreaZinc, koreaZinc]);
  const shown = suggestionList({ options, active: 1 }).toString();
  assert.match(shown, /id="suggestion-0"\s+aria-selected="false"/);
  assert.match(shown, /id="suggestion-1"\s+aria-selected="true"/);
});
