import assert from "node:assert/strict";
import { test } from "node:test";
import { html, webAddress } from "../../web/html.js";

test("values are escaped in text and in attributes", () => {
  const hostile = `"><script>alert('x')</script>&`;
  assert.equal(
    html`<a title="${hostile}">${hostile}</a>`.toString(),
    '<a title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">' +
      "&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</a>",
  );
});

test("templates nest and arrays are joined", () => {
  const items = ["a", "<b>"].map((item) => html`<li>${item}</li>`);
  assert.equal(
    html`<ul>${items}</ul>`.toString(),
    "<ul><li>a</li><li>&lt;b&gt;</li></ul>",
  );
});

test("what is absent leaves nothing, but zero is a value", () => {
  assert.equal(html`${null}${undefined}${false}${0}`.toString(), "0");
});

test("an object that only looks like markup is escaped", () => {
  const forged = {
    text: "<img src=x onerror=alert(1)>",
    toString: () => "<i>",
  };
  assert.equal(html`${forged}`.toString(), "&lt;i&gt;");
});

test("only http and https addresses are followed", () => {
  assert.equal(webAddress("https://example.org/a"), "https://example.org/a");
  assert.equal(webAddress("javascript:alert(1)"), null);
  assert.equal(webAddress(" data:text/html,x"), null);
  assert.equal(webAddress(undefined), null);
});
