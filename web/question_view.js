// The answer to a question that the server understood: how it was read, in
// parts that can be changed, and the edges, numbers and articles that tell it.
import { html } from "./html.js";
import { graphFigure } from "./graph_view.js";
import { emptyNotice } from "./notice_view.js";
import {
  dated,
  entityLink,
  entityMeta,
  evidenceQuote,
  meta,
  reservationBadges,
} from "./parts.js";
import { pathItem } from "./path_view.js";
import { entityHref, graphHref, searchHref } from "./route.js";
import { relatedList } from "./related_view.js";
import { timelineList } from "./timeline_view.js";
import { count, number, relationVerb } from "./words.js";

/**
 * @typedef {import("./api_types.js").EntitySummary} EntitySummary
 * @typedef {import("./api_types.js").AskAnswer} AskAnswer
 * @typedef {import("./api_types.js").Answer} Answer
 * @typedef {import("./api_types.js").AnsweredFact} AnsweredFact
 * @typedef {import("./api_types.js").QuestionPart} QuestionPart
 * @typedef {import("./api_types.js").StatedEdge} StatedEdge
 * @typedef {import("./api_types.js").RelatedAnswer} RelatedAnswer
 * @typedef {import("./api_types.js").Neighbourhood} Neighbourhood
 */

const roles = /** @type {Record<string, string>} */ ({
  name: "name",
  other_name: "and",
  place: "place",
  relation: "relation",
  kind: "kind",
  measure: "measure",
  period: "period",
});

/**
 * A part with alternatives is a choice between whole questions.
 * @param {QuestionPart} part
 * @param {string} q
 */
const partChip = ({ role, value, alternatives = [] }, q) =>
  alternatives.length === 0
    ? html`<li class="chip question-part"><span
        class="question-role">${roles[role] ?? role}</span> ${value}</li>`
    : html`<li><form class="question-form" action="/" method="get">
        <label class="chip question-part"><span
          class="question-role">${roles[role] ?? role}</span>
          <select class="question-choice" name="q">
            <option value="${q}" selected>${value}</option>
            ${alternatives.map(
              ({ label, question }) =>
                html`<option value="${question}">${label}</option>`,
            )}</select></label></form></li>`;

/** @param {AskAnswer} asked */
export const questionParts = ({ question, parts = [] }) =>
  html`<ul class="question-parts" aria-label="Read as">${parts.map((part) =>
    partChip(part, question),
  )}</ul>`;

/** @param {StatedEdge} edge */
const statedEdge = (edge) => html`
  <li class="answer-edge">
    <p class="answer-said">${entityLink(edge.source)}
      <b class="reason-verb">${relationVerb(edge.type)}</b>
      ${entityLink(edge.target)}${reservationBadges(edge)}
      <span class="reason-count">${count(edge.stories, "story", "stories")}</span></p>
    ${(edge.evidence ?? []).slice(0, 1).map(evidenceQuote)}
  </li>`;

/** @param {StatedEdge[]} edges */
const edgeList = (edges) =>
  html`<ul class="answer-edges">${edges.map(statedEdge)}</ul>`;

/** @param {{entity: EntitySummary, edges: StatedEdge[]}} one */
const answeredEntity = ({ entity, edges }) => html`
  <li class="related">
    <h3 class="related-name">${entityLink(entity)}</h3>
    <p class="related-meta">${entityMeta(entity)}</p>
    ${edgeList(edges)}
  </li>`;

/** @param {AnsweredFact} fact */
const answeredFact = (fact) => html`
  <li class="related">
    <h3 class="related-name">${number(fact.value)} ${fact.unit}</h3>
    <p class="related-meta">${meta([
      html`${fact.measure} ${entityLink(fact.entity)}`,
      fact.commodity &&
        fact.commodity.id !== fact.entity.id &&
        entityLink(fact.commodity),
      fact.date && (dated(fact.date) || fact.date),
      fact.disputed && html`<span class="badge badge-denied">disputed</span>`,
    ])}</p>
    ${evidenceQuote(fact.evidence)}
  </li>`;

/**
 * @param {string} title
 * @param {unknown[]} items
 * @param {unknown} list
 */
const section = (title, items, list) =>
  items.length > 0 &&
  html`<section class="answer-section">
    <h2 class="section-title">${title}</h2> ${list}
  </section>`;

/** @param {Answer} answer  of any kind but `related` */
const answerSections = ({
  entities = [],
  edges = [],
  paths = [],
  facts = [],
  events = [],
  articles = [],
}) => html`
  ${
    entities.length > 0 &&
    html`<ol class="related-list">${entities.map(answeredEntity)}</ol>`
  }
  ${
    facts.length > 0 &&
    html`<ol class="related-list">${facts.map(answeredFact)}</ol>`
  }
  ${section("Stated of the two", edges, edgeList(edges))}
  ${section(
    "Connected over",
    paths,
    html`<ol class="paths">${paths.map(pathItem)}</ol>`,
  )}
  ${section("Reported", events, timelineList({ events, total: events.length }))}
  ${section("Articles", articles, articles.map(evidenceQuote))}`;

/** @param {AskAnswer} asked */
const noAnswer = ({ message, suggestions = [] }) => html`
  ${emptyNotice("No answer", message ?? "Nothing was found.")}
  <ul class="examples" aria-label="Questions that work">${suggestions.map(
    (q) => html`<li><a class="chip" href="${searchHref({ q })}">${q}</a></li>`,
  )}</ul>`;

/**
 * An answer to a question is its first part only.
 * @param {RelatedAnswer} answer
 */
const restLink = ({ entity, related, total, next_cursor }) =>
  !next_cursor &&
  related.length < total &&
  html`<p class="question-rest"><a href="${entityHref(entity.id)}">All
    ${number(total)} related to ${entity.name}</a></p>`;

/** @param {AskAnswer} asked */
const answerView = (asked) => {
  if (asked.message || !asked.answer) return noAnswer(asked);
  if (!asked.answer.related) return answerSections(asked.answer);
  const related = /** @type {RelatedAnswer} */ (asked.answer);
  return html`<h2 class="unseen">Related, because…</h2>
    ${relatedList(related)} ${restLink(related)}`;
};

/** @param {AskAnswer} asked */
export const answerCount = ({ answer = {} }) => {
  const { total, paths, events, articles } = answer;
  if (total !== undefined) return count(total, "answer");
  if (events) return count(events.length, "report");
  if (articles) return count(articles.length, "article");
  return count(paths?.length ?? 0, "path");
};

/** @param {AskAnswer} asked */
const title = ({ question, reading }) =>
  reading?.kind === "related" && reading.entity
    ? html`Related to ${entityLink(reading.entity)}`
    : question;

/**
 * @param {AskAnswer} asked  understood
 * @param {Neighbourhood | null} graph
 */
export const questionView = (asked, graph) => {
  const { question: q, reading } = asked;
  return html`<div class="question">
    <header class="question-head">
      <h1 class="question-title" tabindex="-1">${title(asked)}</h1>
      ${questionParts(asked)}
      <p class="question-meta">${meta([
        answerCount(asked),
        html`<a href="${searchHref({ q, words: true })}">search for the words
          instead</a>`,
      ])}</p>
    </header>
    <section class="question-main">${answerView(asked)}</section>
    ${
      graph &&
      reading?.entity &&
      html`<aside class="question-side" aria-label="Neighbourhood">
      <p class="question-draw"><a href="${graphHref(reading.entity.id, 2)}">Draw it
        larger</a></p>
      ${graphFigure(graph)}
    </aside>`
    }
  </div>`;
};
