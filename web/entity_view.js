// One entity: what it is, what it is related to and why, and where it is named.
import { correctMenu } from "./curation_view.js";
import { html } from "./html.js";
import { emptyNotice, errorNotice } from "./notice_view.js";
import {
  articleMeta,
  dated,
  entityLink,
  inScript,
  meta,
  titleOf,
  typeMark,
} from "./parts.js";
import { factsList } from "./facts_view.js";
import { exportLinks, graphFigure } from "./graph_view.js";
import { connectForm } from "./path_view.js";
import { relatedList } from "./related_view.js";
import { relationGroups } from "./relations_view.js";
import { articleHref, graphHref, searchHref } from "./route.js";
import { timelineList } from "./timeline_view.js";
import { count, scriptLanguage, typeName } from "./words.js";

/**
 * @typedef {import("./api_types.js").Entity} Entity
 * @typedef {import("./api_types.js").Hit} Hit
 * @typedef {import("./api_types.js").RelatedAnswer} RelatedAnswer
 * @typedef {import("./api_types.js").RelationsAnswer} RelationsAnswer
 * @typedef {import("./api_types.js").Neighbourhood} Neighbourhood
 * @typedef {import("./api_types.js").SearchAnswer} SearchAnswer
 * @typedef {import("./api_types.js").TimelineAnswer} TimelineAnswer
 * @typedef {import("./api_types.js").FactsAnswer} FactsAnswer
 * @typedef {import("./api_types.js").Community} Community
 * @typedef {import("./html.js").Html} Html
 */

/**
 * An answer, or why there is none.
 * @template T
 * @typedef {PromiseSettledResult<T>} Settled
 */

/**
 * @template T
 * @param {Settled<T>} settled
 * @param {(value: T) => Html} view
 */
const shown = (settled, view) =>
  settled.status === "fulfilled"
    ? view(settled.value)
    : errorNotice(settled.reason);

/** @param {Entity} entity */
const head = (entity) => html`
  <header class="entity-head">
    <p class="entity-type">${typeMark(entity.type)}${typeName(entity.type)}</p>
    <h1 class="entity-name" tabindex="-1" lang="${
      scriptLanguage(entity.name) ?? "en"
    }">${entity.name}</h1>
    ${
      entity.aliases?.length
        ? html`<p class="entity-aliases"><span class="entity-label">Also</span>
          ${entity.aliases.map(
            (alias) => html`<span class="alias">${inScript(alias)}</span> `,
          )}</p>`
        : ""
    }
    <p class="entity-meta">${meta([
      html`<a href="${searchHref({ names: [entity.id], sort: "newest" })}">${count(
        entity.article_count ?? 0,
        "article",
      )}</a>`,
      entity.story_count !== undefined &&
        count(entity.story_count, "story", "stories"),
      entity.edge_count !== undefined && count(entity.edge_count, "relation"),
      dated(entity.first_reported) &&
        html`reported ${dated(entity.first_reported)}${
          entity.last_reported &&
          entity.last_reported !== entity.first_reported &&
          html` – ${dated(entity.last_reported)}`
        }`,
    ])}</p>
    ${correctMenu(entity)}
  </header>`;

/** @param {Hit} hit */
const articleItem = (hit) => html`
  <li class="short-hit">
    <a class="short-hit-title" lang="${hit.language}"
      href="${articleHref(hit.id)}">${titleOf(hit)}</a>
    <span class="short-hit-meta">${articleMeta(hit)}</span>
  </li>`;

/**
 * @param {Entity} entity
 * @param {SearchAnswer} answer
 */
const articles = (entity, answer) =>
  answer.hits.length === 0
    ? emptyNotice("No article", "None of this archive's articles names it.")
    : html`<ol class="short-hits">${answer.hits.map(articleItem)}</ol>
      ${
        answer.next_cursor &&
        html`<p><a href="${searchHref({
          names: [entity.id],
          sort: "newest",
        })}">All ${count(answer.total, "article")}</a></p>`
      }`;

/**
 * @param {Community | undefined} community
 * @param {Entity} entity
 */
const among = (community, entity) => html`${
  community &&
  html`<p class="graph-note">Belongs together with ${community.members
    .filter(({ id }) => id !== entity.id)
    .map(
      (member) =>
        html`<span class="overview-name">${entityLink(member)}</span> `,
    )}</p>`
}`;

/**
 * @typedef {object} EntityAnswers
 * @property {Entity} entity
 * @property {Settled<RelatedAnswer>} related
 * @property {Settled<RelationsAnswer>} relations
 * @property {Settled<Neighbourhood>} graph
 * @property {Settled<SearchAnswer>} articles
 * @property {Settled<TimelineAnswer>} timeline
 * @property {Settled<FactsAnswer>} facts
 * @property {Settled<{community?: Community}>} community
 */

/** @param {EntityAnswers} answers */
export const entityView = (answers) => html`
  <div class="entity">
    ${head(answers.entity)}
    <div class="entity-main">
      <section class="entity-related" aria-labelledby="related-title">
        <h2 class="section-title" id="related-title">Related, because…</h2>
        ${shown(answers.related, relatedList)}
      </section>
      <section class="entity-part" aria-labelledby="timeline-title">
        <h2 class="section-title" id="timeline-title">Timeline</h2>
        ${shown(answers.timeline, timelineList)}
      </section>
    </div>
    <div class="entity-side">
      <section aria-labelledby="graph-title">
        <h2 class="section-title" id="graph-title">Neighbourhood
          <a class="section-link" href="${graphHref(answers.entity.id, 2)}"
            >Larger</a></h2>
        ${shown(answers.graph, graphFigure)}
        ${connectForm({ id: answers.entity.id })}
        ${shown(answers.community, ({ community }) => among(community, answers.entity))}
        ${exportLinks(answers.entity.id, 1)}
      </section>
      <section aria-labelledby="relations-title">
        <h2 class="section-title" id="relations-title">Relations</h2>
        ${shown(answers.relations, ({ relations }) =>
          relations.length > 0
            ? relationGroups(relations)
            : html`<p class="graph-note">No sentence states one.</p>`,
        )}
      </section>
      <section aria-labelledby="facts-title">
        <h2 class="section-title" id="facts-title">In numbers</h2>
        ${shown(answers.facts, factsList)}
      </section>
      <section aria-labelledby="articles-title">
        <h2 class="section-title" id="articles-title">Latest articles</h2>
        ${shown(answers.articles, (answer) => articles(answers.entity, answer))}
      </section>
    </div>
  </div>`;
