// The suggestions below the search box: what is offered, and what a key does.
import { html } from "./html.js";
import { entityMeta, typeMark } from "./parts.js";
import { entityHref, searchHref, splitQuestion } from "./route.js";
import { scriptLanguage } from "./words.js";

/**
 * @typedef {import("./api_types.js").Suggestion} Suggestion
 * @typedef {import("./api_types.js").EntitySummary} EntitySummary
 *
 * @typedef {object} Option
 * @property {string} href  where choosing it leads
 * @property {string} text  what the box then says
 * @property {EntitySummary} entity
 * @property {string} matched  the alias that fits, or ""
 * @property {string} question  `related to `, or "" for the entity itself
 *
 * @typedef {object} Suggestions
 * @property {Option[]} options
 * @property {number} active  index of the option chosen by key, or -1
 */

/** @type {Suggestions} */
export const noSuggestions = { options: [], active: -1 };

/**
 * @param {string} typed
 * @param {Suggestion[]} suggestions
 * @returns {Option[]}
 */
export const optionsFor = (typed, suggestions) => {
  const { question } = splitQuestion(typed);
  return suggestions.flatMap(({ entity, matched }) => {
    if (!entity) return [];
    const text = `${question}${entity.name}`;
    return {
      href: question ? searchHref({ q: text }) : entityHref(entity.id),
      text,
      entity,
      matched: matched && matched !== entity.name ? matched : "",
      question,
    };
  });
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

/**
 * @param {Option} option
 * @param {number} index
 * @param {number} active
 */
const optionItem = ({ entity, matched, question }, index, active) => html`
  <li class="option" role="option" id="${optionId(index)}"
    aria-selected="${String(index === active)}" data-option="${index}">
    ${typeMark(entity.type)}
    <span class="option-name" lang="${scriptLanguage(entity.name) ?? "en"}"
      >${question && html`<span class="option-question">${question}</span>`}${
        entity.name
      }</span>
    ${
      matched &&
      html`<span class="option-matched" lang="${
        scriptLanguage(matched) ?? "en"
      }">${matched}</span>`
    }
    <span class="option-meta">${entityMeta({
      ...entity,
      story_count: undefined,
    })}</span>
  </li>`;

/** @param {Suggestions} suggestions */
export const suggestionList = ({ options, active }) =>
  html`${options.map((option, i) => optionItem(option, i, active))}`;
