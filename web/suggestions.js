// The suggestions below the search box: what is offered, and what a key does.
import { html } from "./html.js";
import { entityMeta, typeMark } from "./parts.js";
import { articleHref, entityHref, searchHref, splitQuestion } from "./route.js";
import { marked } from "./text_spans.js";
import { scriptLanguage } from "./words.js";

/**
 * @typedef {import("./api_types.js").Suggestion} Suggestion
 * @typedef {import("./api_types.js").EntitySummary} EntitySummary
 * @typedef {import("./api_types.js").Mark} Mark
 *
 * @typedef {object} Option
 * @property {string} group  the heading it stands below
 * @property {string} href  where choosing it leads
 * @property {string} text  what the box then says
 * @property {string} label  what is shown
 * @property {Mark[]} marks  of `label`, or of `matched` where there is one
 * @property {EntitySummary | null} entity
 * @property {string} matched  the alias that fits, or ""
 * @property {string} question  `related to `, or "" for the entity itself
 *
 * @typedef {object} Suggestions
 * @property {Option[]} options
 * @property {number} active  index of the option chosen by key, or -1
 */

/** @type {Suggestions} */
export const noSuggestions = { options: [], active: -1 };

const groups = ["Names", "Phrases", "Articles", "Perhaps you mean"];

/** @param {Suggestion} suggestion */
const groupOf = ({ kind, tier }) => {
  if (tier === "fuzzy") return groups[3];
  return groups[["entity", "phrase", "title"].indexOf(kind)];
};

/**
 * @param {EntitySummary} entity
 * @param {Suggestion} suggestion
 * @param {string} question
 * @returns {Option}
 */
const entityOption = (entity, suggestion, question) => {
  const { matched = "", marks = [] } = suggestion;
  const text = `${question}${entity.name}`;
  return {
    group: groupOf(suggestion),
    href: question ? searchHref({ q: text }) : entityHref(entity.id),
    text,
    label: entity.name,
    marks,
    entity,
    matched: matched !== entity.name ? matched : "",
    question,
  };
};

/**
 * Groups one after the other, as they are shown.
 * @param {string} typed
 * @param {Suggestion[]} suggestions
 * @returns {Option[]}
 */
export const optionsFor = (typed, suggestions) => {
  const { question } = splitQuestion(typed);
  const options = suggestions.flatMap((suggestion) => {
    const { kind, entity, text = "", marks = [], article } = suggestion;
    if (entity) return [entityOption(entity, suggestion, question)];
    if (question || !text) return [];
    const plain = { text, label: text, marks, entity: null, matched: "" };
    const group = groupOf(suggestion);
    if (kind === "phrase")
      return [{ ...plain, group, question, href: searchHref({ q: text }) }];
    if (kind === "title" && article)
      return [{ ...plain, group, question, href: articleHref(article) }];
    return [];
  });
  return groups.flatMap((group) =>
    options.filter((option) => option.group === group),
  );
};

/**
 * @param {Suggestions} suggestions
 * @param {string} key  as in KeyboardEvent.key
 * @returns {Suggestions}
 */
export const afterKey = ({ options, active }, key) => {
  const around = options.length + 1;
  switch (key) {
    case "ArrowDown":
      return { options, active: ((active + 2) % around) - 1 };
    case "ArrowUp":
      return { options, active: ((active + around) % around) - 1 };
    case "Escape":
      return noSuggestions;
    default:
      return { options, active };
  }
};

/** @param {number} index */
export const optionId = (index) => `suggestion-${index}`;

/** @param {string} text */
const languageOf = (text) => scriptLanguage(text) ?? "en";

/** @param {Option} option */
const optionText = ({ label, marks, entity, matched, question }) => html`
  ${entity && typeMark(entity.type)}
  <span class="${entity ? "option-name" : "option-text"}"
    lang="${languageOf(label)}">${
      question && html`<span class="option-question">${question}</span>`
    }${matched ? label : marked(label, marks)}</span>
  ${
    matched &&
    html`<span class="option-matched" lang="${languageOf(matched)}">${marked(
      matched,
      marks,
    )}</span>`
  }
  ${
    entity &&
    html`<span class="option-meta">${entityMeta({
      ...entity,
      story_count: undefined,
    })}</span>`
  }`;

/**
 * @param {Option} option
 * @param {number} index
 * @param {number} active
 */
const optionItem = (option, index, active) => html`
  <li class="option" role="option" id="${optionId(index)}"
    aria-selected="${String(index === active)}" data-option="${index}">
    ${optionText(option)}
  </li>`;

/** @param {Suggestions} suggestions */
export const suggestionList = ({ options, active }) =>
  html`${groups.map((group) => {
    const items = options.flatMap((option, i) =>
      option.group === group ? [optionItem(option, i, active)] : [],
    );
    return (
      items.length > 0 &&
      html`<li class="options-group" role="group" aria-label="${group}">
        <p class="options-title" aria-hidden="true">${group}</p>
        <ul role="presentation">${items}</ul>
      </li>`
    );
  })}`;
