// Templates that cannot inject: every value is escaped unless a template made
// it, arrays are joined, and null, undefined and false leave nothing behind.

const escapes = /** @type {Record<string, string>} */ ({
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
});

/** Markup that a template made, and that templates take as it is. */
export class Html {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

/**
 * @param {unknown} value
 * @returns {string}
 */
const markup = (value) => {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(markup).join("");
  if (value === null || value === undefined || value === false) return "";
  return String(value).replace(/[&<>"']/g, (c) => escapes[c]);
};

/**
 * Attribute values must stand in double quotes.
 * @param {TemplateStringsArray} parts
 * @param {...unknown} values
 */
export const html = (parts, ...values) =>
  new Html(
    parts.reduce((text, part, i) => text + markup(values[i - 1]) + part),
  );

/**
 * The address if a browser may follow it from here, else null: a source must
 * not smuggle in `javascript:`.
 * @param {string | null | undefined} address
 */
export const webAddress = (address) =>
  address && /^https?:\/\//i.test(address) ? address : null;
