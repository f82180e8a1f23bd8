// The words for types, relations and modality: the API's names made readable.

const typeWords = /** @type {Record<string, [string, string]>} */ ({
  person: ["Person", "People"],
  company: ["Company", "Companies"],
  government: ["Government", "Governments"],
  organization: ["Organization", "Organizations"],
  place: ["Place", "Places"],
  facility: ["Facility", "Facilities"],
  commodity: ["Commodity", "Commodities"],
  agreement: ["Agreement", "Agreements"],
  product: ["Product", "Products"],
});

/** The types of entities, in the order in which lists show them. */
export const entityTypes = Object.keys(typeWords);

/** @param {string} type */
export const typeName = (type) => typeWords[type]?.[0] ?? plainWords(type);

/** @param {string} type */
export const typeNames = (type) => typeWords[type]?.[1] ?? plainWords(type);

/** @param {string} word */
const plainWords = (word) => {
  const text = word.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
};

// How a sentence says it, and the headings for the edge seen from its source
// and from its target.
const relationWords =
  /** @type {Record<string, [says: string, out: string, in_: string]>} */ ({
    acquires: ["acquires", "Acquires", "Acquired by"],
    sells: ["sells", "Sells", "Sold by"],
    owns: ["owns", "Owns", "Owned by"],
    operates: ["operates", "Operates", "Operated by"],
    builds: ["builds", "Builds", "Built by"],
    invests_in: ["invests in", "Invests in", "Investment from"],
    finances: ["finances", "Finances", "Financed by"],
    subsidiary_of: ["is a subsidiary of", "Subsidiary of", "Subsidiaries"],
    partners_with: ["partners with", "Partners with", "Partners with"],
    supplies: ["supplies", "Supplies", "Supplied by"],
    competes_with: ["competes with", "Competes with", "Competes with"],
    produces: ["produces", "Produces", "Produced by"],
    uses: ["uses", "Uses", "Used by"],
    located_in: ["is located in", "Located in", "Located here"],
    headquartered_in: [
      "is headquartered in",
      "Headquartered in",
      "Headquartered here",
    ],
    part_of: ["is part of", "Part of", "Parts"],
    works_for: ["works for", "Works for", "People who work for it"],
    leads: ["leads", "Leads", "Led by"],
    founded: ["founded", "Founded", "Founded by"],
    member_of: ["is a member of", "Member of", "Members"],
    regulates: ["regulates", "Regulates", "Regulated by"],
    restricts: ["restricts", "Restricts", "Restricted by"],
    supports: ["supports", "Supports", "Supported by"],
    exports_to: ["exports to", "Exports to", "Receives exports from"],
    imports_from: ["imports from", "Imports from", "Source of imports for"],
    lives_in: ["lives in", "Lives in", "Residents"],
    agrees_with: ["agrees with", "Agrees with", "Agrees with"],
  });

/** @param {string} type  e.g. `acquires` */
export const relationVerb = (type) =>
  relationWords[type]?.[0] ?? type.replaceAll("_", " ");

/**
 * How a sentence says it of two: `supply`, `are located in`.
 * @param {string} type
 */
export const relationVerbOfBoth = (type) =>
  relationVerb(type)
    .replace(/^is /, "are ")
    .replace(/^(\w+)ies\b/, "$1y")
    .replace(/^(\w+)s\b/, "$1");

/**
 * @param {string} type
 * @param {"in" | "out"} direction
 */
export const relationHeading = (type, direction) => {
  const words = relationWords[type];
  if (words) return direction === "out" ? words[1] : words[2];
  return direction === "out"
    ? plainWords(type)
    : `${plainWords(type)} (towards it)`;
};

/**
 * What must never be lost when a relation is shown: `planned`, `denied`.
 * @param {{modality?: string, negated?: boolean}} said
 * @returns {string[]} empty for a plain statement
 */
export const reservations = ({ modality, negated }) => [
  ...(modality && modality !== "asserted" ? [modality] : []),
  ...(negated ? ["denied"] : []),
];

const numbers = new Intl.NumberFormat("en");

/** @param {number} value */
export const number = (value) => numbers.format(value);

/**
 * @param {number} value
 * @param {string} one
 * @param {string} [many]
 */
export const count = (value, one, many = `${one}s`) =>
  `${number(value)} ${value === 1 ? one : many}`;

/**
 * How many times more often than chance two entities are named together.
 * @param {number} lift
 */
export const times = (lift) =>
  lift >= 10 ? number(Math.round(lift)) : number(Math.round(lift * 10) / 10);

const days = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/**
 * @param {string} time  RFC 3339
 * @returns {string} the day, in UTC; "" if it is none
 */
export const day = (time) => {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? "" : days.format(date);
};

const languages = new Intl.DisplayNames(["en"], { type: "language" });

/** @param {string} code  BCP 47 */
export const languageName = (code) => {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
};

/**
 * The language tag by script alone, for texts that come without one: enough to
 * choose a font.
 * @param {string} text
 * @returns {string | null}
 */
export const scriptLanguage = (text) => {
  if (/\p{Script=Hangul}/u.test(text)) return "ko";
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return "ja";
  if (/\p{Script=Han}/u.test(text)) return "zh";
  return null;
};
