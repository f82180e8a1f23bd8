// The first thing one sees: what the archive holds and what to ask of it.
import { html } from "./html.js";
import {
  centralSection,
  communitiesSection,
  newsSection,
} from "./overview_view.js";
import { entityLink } from "./parts.js";
import { connectForm } from "./path_view.js";
import { judgementsHref, searchHref } from "./route.js";
import { count, languageName, number, typeNames } from "./words.js";

/**
 * @typedef {import("./api_types.js").Stats} Stats
 * @typedef {import("./api_types.js").EntitySummary} EntitySummary
 * @typedef {{type: string, entities: EntitySummary[]}} TypeGroup
 *
 * @typedef {object} Overview
 * @property {import("./api_types.js").NewAnswer | null} news
 * @property {import("./api_types.js").CentralAnswer | null} central
 * @property {{communities: import("./api_types.js").Community[]} | null} communities
 */

/** @param {Stats} stats */
const counts = (stats) => {
  const shown = /** @type {[string, number | undefined][]} */ ([
    ["articles", stats.articles],
    ["briefs", stats.briefs],
    ["stories", stats.stories],
    ["entities", stats.entities],
    ["relations", stats.edges],
    ["sentences of evidence", stats.evidence],
  ]);
  return html`<dl class="counts">${shown.map(
    ([name, value]) =>
      value !== undefined &&
      html`<div class="counts-item">
        <dt class="counts-name">${name}</dt>
        <dd class="counts-value">${number(value)}</dd>
      </div>`,
  )}</dl>`;
};

/**
 * Questions that this very archive can answer.
 * @param {Stats} stats
 * @param {TypeGroup[]} groups
 */
export const exampleQuestions = (stats, groups) => {
  const top = (/** @type {string} */ type, at = 0) =>
    groups.find((group) => group.type === type)?.entities[at]?.name;
  const [company, commodity] = [top("company"), top("commodity")];
  const facility = top("facility");
  const source = stats.by_source?.[0]?.source;
  return [
    company && `related to ${company}`,
    facility && `related to ${facility}`,
    company && commodity && `"${company}" ${commodity}`,
    source && commodity && `source:${quoted(source)} ${commodity}`,
  ].filter((question) => typeof question === "string");
};

/** @param {string} value */
const quoted = (value) => (/\s/.test(value) ? `"${value}"` : value);

/** @param {TypeGroup} group */
const typeGroup = ({ type, entities }) =>
  entities.length > 0 &&
  html`<section class="top-group">
    <h3 class="top-title">${typeNames(type)}</h3>
    <ol class="top-list">${entities.map(
      (entity) =>
        html`<li class="top-item">${entityLink(entity)}
          <span class="top-count" title="${count(
            entity.article_count ?? 0,
            "article",
          )}">${number(entity.article_count ?? 0)}</span></li>`,
    )}</ol>
  </section>`;

/**
 * @param {string} title
 * @param {{name: string, href: string, count: number}[]} items
 */
const shares = (title, items) =>
  items.length > 0 &&
  html`<section>
    <h3 class="top-title">${title}</h3>
    <ul class="shares">${items.map(
      ({ name, href, count: value }) =>
        html`<li><a class="chip" href="${href}">${name}
          <span class="chip-count">${number(value)}</span></a></li>`,
    )}</ul>
  </section>`;

/**
 * @param {Stats} stats
 * @param {TypeGroup[]} groups
 * @param {Overview} overview
 */
export const startView = (stats, groups, overview) => html`
  <div class="start">
    <h1 class="start-title" tabindex="-1">Search the archive, or ask what is
      related to what</h1>
    <ul class="examples" aria-label="Examples">${exampleQuestions(
      stats,
      groups,
    ).map(
      (q) =>
        html`<li><a class="chip" href="${searchHref({ q })}">${q}</a></li>`,
    )}</ul>
    ${counts(stats)}
    <section class="overview-connect" aria-labelledby="connect-title">
      <h2 class="section-title" id="connect-title">How are two connected?</h2>
      ${connectForm({})}
    </section>
    <div class="overview">
      ${overview.news && newsSection(overview.news)}
      ${overview.central && centralSection(overview.central)}
      ${
        overview.communities &&
        communitiesSection(overview.communities.communities)
      }
    </div>
    <section class="start-top">
      <h2 class="section-title">Most reported</h2>
      <div class="top">${groups.map(typeGroup)}</div>
    </section>
    <div class="start-shares">
      ${shares(
        "Sources",
        (stats.by_source ?? [])
          .slice(0, 24)
          .map(({ source, count: value }) => ({
            name: source,
            href: searchHref({ source: [source], sort: "newest" }),
            count: value,
          })),
      )}
      ${shares(
        "Languages",
        (stats.by_language ?? []).map(({ language, count: value }) => ({
          name: languageName(language),
          href: searchHref({ lang: [language], sort: "newest" }),
          count: value,
        })),
      )}
    </div>
    <p class="start-foot"><a href="${judgementsHref("")}">Judgements of curators,
      and what may need one</a></p>
  </div>`;
