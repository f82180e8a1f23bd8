// What all the articles that a query finds have, by source, language, year and
// who they name, and when they appeared.
import { html } from "./html.js";
import { inScript, typeMark } from "./parts.js";
import { facetFields, searchHref } from "./route.js";
import { count, entityTypes, languageName, number, typeNames } from "./words.js";

/**
 * @typedef {import("./api_types.js").Facet} Facet
 * @typedef {import("./api_types.js").FacetValue} FacetValue
 * @typedef {import("./api_types.js").Histogram} Histogram
 * @typedef {import("./route.js").SearchRoute} SearchRoute
 * @typedef {import("./route.js").FacetField} FacetField
 */

const shownValues = 6;
const shownEntities = 4;

/** @type {Record<FacetField, string>} */
const headings = {
  source: "Source",
  lang: "Language",
  year: "Year",
  kind: "Kind",
  names: "Named in them",
};

/**
 * The search with one value more, or less.
 * @param {SearchRoute} route
 * @param {FacetField} field
 * @param {FacetValue} value
 */
export const toggled = (route, field, { value, chosen }) => {
  const others = route[field].filter(
    (one) => one.toLowerCase() !== value.toLowerCase(),
  );
  return searchHref({ ...route, [field]: chosen ? others : [...others, value] });
};

/** @param {FacetField} field  @param {FacetValue} value */
const valueText = (field, { value, name, type }) => {
  if (name && type) return html`${typeMark(type)}${inScript(name)}`;
  if (field === "lang") return languageName(value);
  if (field === "kind") return value === "brief" ? "Briefs" : "Articles";
  return value;
};

/**
 * @param {SearchRoute} route
 * @param {FacetField} field
 */
const valueItem = (route, field) => (/** @type {FacetValue} */ value) => html`
  <li><a class="facet-value" href="${toggled(route, field, value)}"${
    value.chosen && html` aria-current="true"`
  }><span class="facet-box" aria-hidden="true"></span><span
    class="facet-name">${valueText(field, value)}</span> <span
    class="facet-count">${number(value.count)}</span></a></li>`;

/**
 * @param {SearchRoute} route
 * @param {FacetField} field
 * @param {FacetValue[]} values
 * @param {number} shown
 */
const valueList = (route, field, values, shown) => {
  const first = values.filter(({ chosen }, i) => chosen || i < shown);
  const rest = values.filter((value) => !first.includes(value));
  return html`<ul>${first.map(valueItem(route, field))}</ul>
    ${
      rest.length > 0 &&
      html`<details class="facet-more"><summary>${number(rest.length)}
        more</summary><ul>${rest.map(valueItem(route, field))}</ul></details>`
    }`;
};

/**
 * @param {SearchRoute} route
 * @param {FacetValue[]} values
 */
const entityLists = (route, values) =>
  entityTypes.map((type) => {
    const named = values.filter((value) => value.type === type);
    return (
      named.length > 0 &&
      html`<h3 class="facet-type">${typeNames(type)}</h3>
      ${valueList(route, "names", named, shownEntities)}`
    );
  });

/** A facet of one value that is not chosen offers no choice. @param {Facet} f */
const offersChoice = ({ values }) =>
  values.length > 1 || values.some(({ chosen }) => chosen);

/**
 * @param {SearchRoute} route
 * @param {Record<string, Facet>} facets
 */
export const facetLists = (route, facets) =>
  facetFields.map((field) => {
    const facet = facets[field === "names" ? "entity" : field];
    if (!facet || !offersChoice(facet)) return "";
    const lists =
      field === "names"
        ? entityLists(route, facet.values)
        : valueList(route, field, facet.values, shownValues);
    return html`<section class="facet">
      <h2 class="side-title">${headings[field]}</h2>${lists}</section>`;
  });

/**
 * The last day of the bucket, YYYY-MM-DD.
 * @param {string} first
 * @param {string} interval
 */
const lastDay = (first, interval) => {
  const date = new Date(`${first}T00:00:00Z`);
  if (interval === "day") return first;
  if (interval === "week") date.setUTCDate(date.getUTCDate() + 6);
  if (interval === "month") date.setUTCMonth(date.getUTCMonth() + 1, 0);
  if (interval === "year") date.setUTCFullYear(date.getUTCFullYear(), 12, 0);
  return date.toISOString().slice(0, 10);
};

/** @param {string} date  @param {string} interval */
const bucketName = (date, interval) => {
  if (interval === "year") return date.slice(0, 4);
  return interval === "month" ? date.slice(0, 7) : date;
};

/**
 * Bars that lead to the articles of their time. Of many buckets the latest.
 * @param {SearchRoute} route
 * @param {Histogram} histogram
 */
export const histogramChart = (route, { interval, buckets, undated }) => {
  const shown = buckets.slice(-60);
  if (shown.length < 2) return "";
  const most = Math.max(...shown.map((bucket) => bucket.count));
  const height = 40;
  const bar = (/** @type {{date: string, count: number}} */ bucket, i = 0) => {
    const size = bucket.count && Math.max(1, (bucket.count / most) * height);
    const href = searchHref({
      ...route,
      from: bucket.date,
      to: lastDay(bucket.date, interval),
    });
    const name = `${bucketName(bucket.date, interval)}: ${count(bucket.count, "article")}`;
    return (
      bucket.count > 0 &&
      html`<a href="${href}" aria-label="${name}"><title>${name}</title><rect
        class="when-hit" x="${i * 10}" y="0" width="10" height="${height}"/><rect
        class="when-bar" x="${i * 10 + 1}" y="${height - size}" width="8"
        height="${size}"/></a>`
    );
  };
  return html`<section class="when">
    <h2 class="side-title">When</h2>
    <svg class="when-bars" viewBox="0 0 ${shown.length * 10} ${height}"
      preserveAspectRatio="none" role="group"
      aria-label="Articles by ${interval}">${shown.map(bar)}</svg>
    <p class="when-ends"><span>${bucketName(shown[0].date, interval)}</span>
      ${undated > 0 && html`<span>${number(undated)} undated</span>`}
      <span>${bucketName(shown[shown.length - 1].date, interval)}</span></p>
  </section>`;
};
